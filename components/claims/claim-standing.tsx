'use client';
import { useHere } from '@/components/members/use-here';
import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import type { Claim } from '@/lib/claims/claim';
import type { ApprovalState } from '@/lib/reviews/review';
import { Approvals } from './approvals';
import { ClaimVerdict } from './claim-verdict';
import { ReviewingThis } from './reviewing-this';
import { WaitsNext } from './waits-next';

type Props = { claim: Claim; approval: ApprovalState | undefined };

/** Where the claim stands, what is missing for its approval, and what the reader can do about it. */
export function ClaimStanding({ claim, approval }: Props) {
  const { may } = useHere(claim.projectId);
  return (
    <section aria-label="Status" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <ClaimStatusBadge status={claim.status} />
        <ReviewingThis claim={claim} />
        {approval && approval.needed > 1 && (
          <span className="text-sm text-muted">
            {approval.approvals.length} of {approval.needed} approvals
          </span>
        )}
      </div>
      <ClaimVerdict claim={claim} approval={approval}>
        <Approvals approval={approval} wording={claim.wording} />
      </ClaimVerdict>
      {may('claim.review') === true && <WaitsNext claim={claim} />}
    </section>
  );
}
