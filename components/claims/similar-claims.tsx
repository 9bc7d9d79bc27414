'use client';
import { useDeferredValue, useMemo } from 'react';
import { useRead } from '@/components/live/use-read';
import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import { TextLink } from '@/components/ui/text-link';
import { indexStatements, similarStatements } from '@/lib/claims/similar';

interface SimilarClaimsProps {
  projectId: string;
  /** The words typed so far. */
  statement: string;
  /** The claim that is being edited. */
  exceptId?: string;
}

/** Claims that say nearly the same as what is being typed: better to cite one of them than to state it twice. */
export function SimilarClaims({ projectId, statement, exceptId }: SimilarClaimsProps) {
  const { data } = useRead('listClaimStatements', { projectId });
  const typed = useDeferredValue(statement);
  const known = useMemo(() => (data?.items ?? []).filter(({ id }) => id !== exceptId), [data, exceptId]);
  const index = useMemo(() => indexStatements(known), [known]);
  const near = useMemo(
    () => similarStatements(typed, index, 4).flatMap(({ id }) => known.find((claim) => claim.id === id) ?? []),
    [typed, index, known],
  );
  return (
    <div aria-live="polite">
      {near.length > 0 && (
        <div className="mt-3 flex flex-col gap-1 rounded-sm bg-desk p-2">
          <h3 className="text-sm font-medium text-muted">Said already, or nearly</h3>
          <ul className="flex flex-col gap-1.5">
            {near.map((claim) => (
              <li key={claim.id} className="flex items-start gap-2">
                <TextLink
                  href={`/projects/${projectId}/claims/${claim.id}`}
                  target="_blank"
                  className="min-w-0 flex-1 wrap-anywhere"
                >
                  {claim.statement}
                </TextLink>
                <ClaimStatusBadge status={claim.status} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
