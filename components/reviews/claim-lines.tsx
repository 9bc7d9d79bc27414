import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import { TextLink } from '@/components/ui/text-link';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { Claim } from '@/lib/claims/claim';
import { claimHref } from '@/lib/threads/place';

function evidence({ citations: { supports, contradicts, accepted } }: Claim): string {
  return `${supports} supporting, ${contradicts} contradicting, ${accepted} accepted`;
}

/** Claims that wait: each is decided on its own page, beside its evidence. */
export function ClaimLines({ projectId, claims }: { projectId: string; claims: readonly Claim[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {claims.map((claim) => (
        <li key={claim.id} className="flex flex-col gap-1 py-3">
          <p className="flex flex-wrap items-center gap-2">
            <ClaimStatusBadge status={claim.status} />
            {claim.openObjections > 0 && (
              <Badge tone="bad">
                {claim.openObjections === 1 ? '1 open objection' : `${claim.openObjections} open objections`}
              </Badge>
            )}
          </p>
          <p className="text-lg">
            <TextLink href={claimHref(projectId, claim.id)} className="font-medium wrap-anywhere">
              {claim.statement}
            </TextLink>
          </p>
          <p className="text-muted">
            Wording {claim.wording} by {claim.writer.name}, <Time at={claim.updatedAt} /> · {evidence(claim)}
          </p>
        </li>
      ))}
    </ul>
  );
}
