/** What the reviews of a tag come to. A contested tag counts for nothing until it is settled. */
export const reviewStates = ['unreviewed', 'accepted', 'rejected', 'needs-work', 'contested'] as const;
export type ReviewState = (typeof reviewStates)[number];
export const verdicts = ['accept', 'reject', 'needs-work'] as const;
export type Verdict = (typeof verdicts)[number];

type Reviewed = {
  reviewerId: string;
  verdict: Verdict | 'needsWork';
  contentVersion: number | null;
  createdAt: Date;
  withdrawnAt: Date | null;
};

/** The latest verdict of each reviewer that was not withdrawn. */
function latestOf<R extends Reviewed>(reviews: R[]): R[] {
  if (reviews.length < 2) return reviews.filter((review) => !review.withdrawnAt);
  const inOrder = reviews
    .filter((review) => !review.withdrawnAt)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return [...new Map(inOrder.map((review) => [review.reviewerId, review])).values()];
}

/**
 * The verdicts that stand: each reviewer's latest that was not withdrawn and was given on the content as it is now. What was
 * changed and changed back has the verdicts again that it had; those on what it was meanwhile stand for nothing.
 */
export const standing = <R extends Reviewed>(reviews: R[], contentVersion: number): R[] =>
  latestOf(reviews.filter((review) => review.contentVersion === contentVersion));

/** Verdicts on other content, newest of each reviewer who has not judged it as it is now. They count for nothing. */
export function overtaken<R extends Reviewed>(reviews: R[], contentVersion: number): R[] {
  const anew = new Set(standing(reviews, contentVersion).map((review) => review.reviewerId));
  return latestOf(reviews).filter((review) => !anew.has(review.reviewerId));
}

/** One word for the verdicts that stand: an accept beside a reject or needs-work is contested. */
export function reviewState(reviews: Reviewed[], contentVersion: number): ReviewState {
  const said = new Set(standing(reviews, contentVersion).map((review) => review.verdict));
  if (said.size === 0) return 'unreviewed';
  if (said.has('accept')) return said.size === 1 ? 'accepted' : 'contested';
  return said.has('reject') ? 'rejected' : 'needs-work';
}

/** Reviews as Prisma selects them for `reviewState`. */
export const reviewFields = {
  id: true,
  reviewerId: true,
  verdict: true,
  tagVersion: true,
  contentVersion: true,
  reason: true,
  proposal: true,
  reply: true,
  replyReason: true,
  repliedAt: true,
  ledTo: true,
  createdAt: true,
  withdrawnAt: true,
} as const;

export const verdictOf = (verdict: Verdict | 'needsWork'): Verdict =>
  verdict === 'needsWork' ? 'needs-work' : verdict;

type Replied = { reply: 'taken' | 'declined' | null; replyReason: string | null; repliedAt: Date | null };
/** What the author made of the fix that a review proposes, as views carry it. */
export const replyOf = ({ reply, replyReason, repliedAt }: Replied) =>
  reply && repliedAt ? { kind: reply, reason: replyReason, at: repliedAt.toISOString() } : null;
