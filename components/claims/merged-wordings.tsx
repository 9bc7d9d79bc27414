'use client';
import { useRead } from '@/components/live/use-read';
import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import type { Claim } from '@/lib/claims/claim';
import { likelihoodWords } from './judgment';

/** Wordings that were merged into this claim, each with how it stood and who judged it: that stays with the wording. */
export function MergedWordings({ claim }: { claim: Claim }) {
  if (claim.merged.length === 0) return null;
  return (
    <section aria-labelledby="merged-wordings" className="flex flex-col gap-2">
      <h2 id="merged-wordings" className="text-lg font-semibold">
        Also worded
      </h2>
      <ul className="flex flex-col">
        {claim.merged.map((one) => (
          <MergedWording key={one.id} wording={one} />
        ))}
      </ul>
    </section>
  );
}

function MergedWording({ wording: { id, statement, status } }: { wording: Claim['merged'][number] }) {
  const list = useRead('listAssessments', { id });
  const judged = list.data?.items ?? [];
  return (
    <li className="flex flex-col gap-1 border-b border-line py-2">
      <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="min-w-0 wrap-anywhere">{statement}</span>
        <ClaimStatusBadge status={status} />
      </span>
      {judged.length > 0 && (
        <span className="text-sm text-muted">
          {judged.map((one) => `${one.analyst.name}: ${likelihoodWords(one)}`).join(' · ')}
        </span>
      )}
    </li>
  );
}
