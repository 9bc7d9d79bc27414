'use client';
import { useHere } from '@/components/members/use-here';
import { OnThis } from '@/components/reviews/on-this';
import { useColleagues } from '@/components/reviews/use-colleagues';
import { useHold } from '@/components/reviews/use-hold';
import type { Claim } from '@/lib/claims/claim';

/** Whoever can decide on a claim that waits is on it while its page is open, and sees who else is. */
export function ReviewingThis({ claim }: { claim: Claim }) {
  const { me, may } = useHere(claim.projectId);
  const { on } = useColleagues(claim.projectId, me.id);
  const waits = claim.status === 'in-review' || claim.status === 'stale';
  useHold(claim.projectId, waits && may('claim.review', claim) === true ? { claimId: claim.id } : null);
  return <OnThis people={on.get(claim.id)} live />;
}
