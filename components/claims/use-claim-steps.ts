'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, keyOf, Problem, type InputOf } from '@/lib/api/client';
import type { Claim } from '@/lib/claims/claim';
import type { StepId } from './claim-steps';

const verdicts = {
  approve: 'accept',
  'still-holds': 'accept',
  'send-back': 'needs-work',
  propose: 'needs-work',
  reject: 'reject',
} as const;
type Said = Pick<InputOf<'reviewClaim'>, 'reason' | 'proposal'>;
const words: Record<StepId, string> = {
  submit: 'Submitted for review',
  approve: 'Accepted',
  'still-holds': 'It still holds',
  'send-back': 'Sent back',
  propose: 'Sent back with your wording',
  reject: 'Rejected',
  reopen: 'Back to draft',
};

/** Takes a step on a claim as it was seen: what changed meanwhile is shown before anybody decides on it. */
export function useClaimSteps(claim: Claim) {
  const client = useQueryClient();
  const forget = useForget();
  const { busy, problem, send, dismiss } = useSend();
  const params = { id: claim.id };

  function settle(after: Claim) {
    client.setQueryData(keyOf('findClaim', params), after);
    forget('findApproval', 'listClaims', 'listClaimStatements', 'listHistory', 'findReviewQueue', 'listThreads');
  }

  async function takeBack(reviewId: string, ifMatch = claim.version) {
    try {
      const { claim: after } = await api('withdrawReview', { params: { id: reviewId }, body: {}, ifMatch });
      if (after) settle(after);
      notify('Verdict taken back', { key: 'claim' });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem(`Not taken back. ${error.message}`, { key: 'claim' });
    }
  }

  /** Whether the server took it. */
  async function take(step: StepId, said: Said = {}): Promise<boolean> {
    const seen = { params, ifMatch: claim.version };
    const done = await send(async () => {
      if (step === 'submit') return { after: await api('submitClaim', { ...seen, body: {} }), undo: null };
      if (step === 'reopen') return { after: await api('reopenClaim', { ...seen, body: {} }), undo: null };
      const body = { verdict: verdicts[step], ...said };
      const { review, ...after } = await api('reviewClaim', { ...seen, body });
      return { after, undo: review.id };
    });
    if (!done) {
      // Whatever stood in the way is shown as it is now.
      forget('findClaim', 'findApproval', 'listCitations');
      return false;
    }
    settle(done.after);
    const { undo } = done;
    notify(step === 'approve' && done.after.status === 'approved' ? 'Approved' : words[step], {
      key: 'claim',
      ...(undo ? { action: { label: 'Undo', run: () => void takeBack(undo, done.after.version) } } : {}),
    });
    return true;
  }
  return { busy, problem, take, takeBack, dismiss };
}
