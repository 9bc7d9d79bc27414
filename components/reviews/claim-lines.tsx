'use client';
import { useRef } from 'react';
import { useLineKeys } from '@/components/ui/use-line-keys';
import type { Claim } from '@/lib/claims/claim';
import type { Person } from '@/lib/core/words';
import type { Queue } from '@/lib/reviews/review';
import { ClaimLine } from './claim-line';
import { OnThis } from './on-this';

interface ClaimLinesProps {
  projectId: string;
  claims: readonly Claim[];
  approvals: Queue['approvals'];
  needed: number;
  /** Colleagues who are on a claim just now. */
  on: ReadonlyMap<string, readonly Person[]>;
}

/** "1 of 2 approvals", and how many were of what has changed since. */
function Given({ standing, needed }: { standing: Queue['approvals'][number] | undefined; needed: number }) {
  if (!standing || (needed < 2 && standing.lapsed === 0)) return null;
  return (
    <span className="text-sm text-muted">
      {standing.given} of {needed} {needed === 1 ? 'approval' : 'approvals'}
      {standing.lapsed > 0 && `, ${standing.lapsed} of what has changed since`}
    </span>
  );
}

/** Claims that wait: each is decided on its own page, beside its evidence. */
export function ClaimLines({ projectId, claims, approvals, needed, on }: ClaimLinesProps) {
  const list = useRef<HTMLUListElement>(null);
  useLineKeys('Claims that wait', list);
  const standing = new Map(approvals.map((one) => [one.claimId, one]));
  return (
    <ul ref={list} className="divide-y divide-line border-y border-line">
      {claims.map((claim) => (
        <li key={claim.id} className="py-3">
          <ClaimLine projectId={projectId} claim={claim}>
            <Given standing={standing.get(claim.id)} needed={needed} />
            <OnThis people={on.get(claim.id)} />
          </ClaimLine>
        </li>
      ))}
    </ul>
  );
}
