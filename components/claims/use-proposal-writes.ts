'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { notify } from '@/components/ui/notify';
import { api, keyOf } from '@/lib/api/client';
import type { Claim } from '@/lib/claims/claim';
import type { ClaimReview } from '@/lib/reviews/review';

/** What the author makes of a wording that a reviewer proposes. Each answers whether the server took it. */
export function useProposalWrites(claim: Claim) {
  const client = useQueryClient();
  const forget = useForget();
  const { busy, problem, send, dismiss } = useSend();

  function settle(after: Claim | null) {
    if (after) client.setQueryData(keyOf('findClaim', { id: claim.id }), after);
    forget('findApproval', 'listClaims', 'listClaimStatements', 'listClaimVersions', 'listHistory', 'findReviewQueue');
    forget('listThreads');
  }

  async function answer(write: () => Promise<{ claim: Claim | null }>, said: string): Promise<boolean> {
    const done = await send(write);
    // Whatever stood in the way is shown as it is now.
    if (!done) forget('findClaim', 'findApproval');
    else {
      settle(done.claim);
      notify(said, { key: 'claim' });
    }
    return done !== null;
  }
  const on = ({ id }: ClaimReview) => ({ params: { id }, ifMatch: claim.version });
  return {
    busy,
    problem,
    dismiss,
    take: (review: ClaimReview) =>
      answer(
        () => api('takeProposal', { ...on(review), body: {} }),
        'The wording is yours now; submit it when it is ready',
      ),
    decline: (review: ClaimReview, reason: string) =>
      answer(() => api('declineProposal', { ...on(review), body: { reason } }), 'Declined; your colleague is told why'),
  };
}
