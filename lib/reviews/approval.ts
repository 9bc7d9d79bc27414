import type { z } from 'zod';
import { claimHref } from '@/lib/threads/place';
import { accepted, speaking, type Basis, type Now } from './basis';
import type { missingView } from './review';
import { objectionHref, staleness } from './staleness';

// Pure: which accepts approve a claim, and what stands between a claim and its approval.

export type Missing = z.output<typeof missingView>;

/** An accept of the claim, with what it rested on. */
export type Accept = { id: string; reviewerId: string; basis: Basis };
type Verdict = { id: string; reviewerId: string; verdict: string; basis: Basis | null };

/**
 * The accepts that count, in the order in which they were given: each reviewer's latest verdict, after the last reject or
 * needs-work. `verdicts` are those not withdrawn, in order.
 */
export function countedAccepts<V extends Verdict>(verdicts: V[]): (V & Accept)[] {
  const since = verdicts.slice(verdicts.findLastIndex((one) => one.verdict !== 'accept') + 1);
  return since.filter(
    (one, index): one is V & Accept =>
      one.basis !== null && !since.slice(index + 1).some((later) => later.reviewerId === one.reviewerId),
  );
}

/** Whether what an accept rested on is still as it was. */
export const holds = (accept: Accept, now: Now): boolean => staleness(accept.basis, now).length === 0;

/** Which way an approved or stale claim goes: stale when too few approvals still hold, back when enough hold again. */
export function drift(now: Now, accepts: Accept[]): 'go-stale' | 'recover' | null {
  const last = accepts.at(-1);
  if (!last) return null;
  // As many as were asked for then: a project that asks for more today does not unsettle what was approved.
  const enough = accepts.filter((accept) => holds(accept, now)).length >= last.basis.needed;
  if (now.status === 'approved') return enough ? null : 'go-stale';
  return now.status === 'stale' && enough ? 'recover' : null;
}

const waiting = {
  draft: { code: 'not-submitted', words: 'It is a draft: submit it for review first.' },
  approved: { code: 'approved', words: 'It is approved already.' },
  rejected: { code: 'rejected', words: 'It was rejected: reopen it first.' },
} as const;

/** What is the actor's own in a claim, so that somebody else has to approve it. Codes start with `own-`. */
function ownWork(userId: string, now: Now): Pick<Missing, 'code' | 'words'>[] {
  const support = accepted(now).filter((one) => one.stance === 'supports');
  return [
    ...(now.writerId === userId ? [{ code: 'own-wording', words: 'You wrote it: somebody else approves.' }] : []),
    ...(now.creatorId === userId ? [{ code: 'own-claim', words: 'You made it: somebody else approves.' }] : []),
    ...(support.length > 0 && support.every((one) => one.authorId === userId)
      ? [{ code: 'own-citation', words: 'Its only accepted support is yours: somebody else approves.' }]
      : []),
  ];
}

function noSupport(now: Now): Pick<Missing, 'code' | 'words'>[] {
  if (accepted(now).some((one) => one.stance === 'supports')) return [];
  const waits = speaking(now.citations, 'supports').length;
  const words = 'It needs a supporting citation that a colleague has accepted';
  return [
    {
      code: 'no-supporting-citation',
      words: waits ? `${words}; ${waits === 1 ? '1 waits' : `${waits} wait`} for a review.` : `${words}.`,
    },
  ];
}

/** What stands between a claim and its approval by this person, each with a link to where it can be mended. */
export function missingFor(who: { userId: string; reviews: boolean }, now: Now, accepts: Accept[]): Missing[] {
  const href = claimHref(now.projectId, now.claimId);
  const { status } = now;
  const mine = accepts.some((accept) => accept.reviewerId === who.userId && holds(accept, now));
  const given = mine && (status === 'in-review' || status === 'stale');
  return [
    ...(status === 'draft' || status === 'approved' || status === 'rejected' ? [waiting[status]] : []),
    ...(who.reviews ? [] : [{ code: 'role', words: 'Approving needs the role reviewer or above.' }]),
    ...ownWork(who.userId, now),
    ...(given ? [{ code: 'accepted', words: 'You have accepted it: another approval is needed.' }] : []),
    ...noSupport(now),
  ]
    .map((one): Missing => ({ ...one, href }))
    .concat(
      now.objections.map((objection) => ({
        code: 'open-objection',
        words: `${objection.author.name} objects: “${objection.text}”`,
        href: objectionHref(now, objection),
      })),
    );
}
