import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import { TextLink } from '@/components/ui/text-link';
import type { AnswerOf } from '@/lib/api/client';

interface LeftOutListProps {
  projectId: string;
  leftOut: AnswerOf<'previewExport'>['leftOut'];
}

/** Claims that are not in an export, each with every reason. */
export function LeftOutList({ projectId, leftOut }: LeftOutListProps) {
  return (
    <ul>
      {leftOut.map((claim) => (
        <li key={claim.claimId} className="flex flex-col gap-1 border-b border-line py-2">
          <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <TextLink
              href={`/projects/${projectId}/claims/${claim.claimId}`}
              className="min-w-0 flex-1 basis-64 wrap-anywhere"
            >
              {claim.statement}
            </TextLink>
            <ClaimStatusBadge status={claim.status} />
          </span>
          <ul className="text-muted">
            {claim.why.map((why, at) => (
              <li key={at} className="wrap-anywhere">
                {why}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
