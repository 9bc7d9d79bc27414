import type { Claim, ClaimStatus } from '@/lib/claims/claim';
import type { LeftOut } from '@/lib/formats/export';

const because: Record<Exclude<ClaimStatus, 'approved'>, string> = {
  draft: 'It is a draft: nobody has submitted it for review.',
  'in-review': 'It is in review: it has not been approved yet.',
  rejected: 'It was rejected.',
  stale: 'It is stale: something that its approval rests on has changed since.',
};

/** A claim that is not exported, with the reasons in words; `round` is the open blind round that judges it. */
export function leftOutOf(claim: Claim, round?: string): LeftOut {
  const why = claim.status === 'approved' ? [] : [because[claim.status]];
  if (round) why.push(`It is being judged in the blind round “${round}”: dissent from it would be missing.`);
  if (claim.openObjections)
    why.push(claim.openObjections === 1 ? 'An objection is open.' : `${claim.openObjections} objections are open.`);
  if (!claim.citations.accepted) why.push('No citation of it has been accepted.');
  return { claimId: claim.id, statement: claim.statement, status: claim.status, why };
}
