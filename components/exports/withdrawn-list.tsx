import { TextLink } from '@/components/ui/text-link';
import { Time } from '@/components/ui/time';
import type { WithdrawnClaim } from '@/lib/formats/export';

interface WithdrawnListProps {
  projectId: string;
  withdrawn: readonly WithdrawnClaim[];
}

/** Claims that were exported once and are not approved any more: as they were exported, why, who ended it, when. */
export function WithdrawnList({ projectId, withdrawn }: WithdrawnListProps) {
  const gone = ({ status }: WithdrawnClaim) => status === 'deleted' || status === 'merged';
  return (
    <ul>
      {withdrawn.map((claim) => (
        <li key={claim.id} className="flex flex-col gap-0.5 border-b border-line py-2">
          {gone(claim) ? (
            <span className="wrap-anywhere">{claim.statement}</span>
          ) : (
            <TextLink href={`/projects/${projectId}/claims/${claim.id}`} className="wrap-anywhere">
              {claim.statement}
            </TextLink>
          )}
          <p className="wrap-anywhere text-muted">
            {claim.why}
            {claim.by && (
              <>
                {' '}
                By {claim.by.name}
                {claim.at && (
                  <>
                    , <Time at={claim.at} />
                  </>
                )}
                .
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
