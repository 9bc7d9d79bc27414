import { z } from 'zod';
import { figuresView } from '@/lib/echoes/echo';
import { verdicts } from '@/lib/agreement/standing';
import { claimStatuses, claimView } from '@/lib/claims/claim';
import { restingFilter } from '@/lib/claims/resting';
import { quotedTag, tagChange, tagReview, tagView } from '@/lib/highlights/highlight';
import { id, moment, paging, person, text, whole, wordsOrBlank } from '@/lib/core/words';
import { entityRef } from '@/lib/entities/entity';

export const reviewInput = z
  .strictObject({
    verdict: z.enum(verdicts),
    reason: wordsOrBlank(2000).optional(),
    proposal: tagChange.optional(), // a fix in the tag's own fields: the author takes it or not
  })
  .refine((review) => review.verdict === 'accept' || Boolean(review.reason) || Boolean(review.proposal), {
    path: ['reason'],
    message: 'Say why, in one line.',
  });
export const bulkReviewInput = z.strictObject({
  tags: z
    .array(z.strictObject({ id: id(), version: whole(1, 2 ** 31 - 1) }))
    .min(1)
    .max(5000),
  verdict: z.literal('accept'),
});

/** Reviews to take back together: the undo of accepting mentions together. */
export const reviewIds = z.strictObject({ ids: z.array(id()).min(1).max(5000) });

/** The tag after a verdict on it, with that verdict: its id is what an undo takes. */
export const reviewedTag = tagView.extend({ review: tagReview });
/** What accepting together did: those that could not be accepted are named, each with its reason, the others are. */
export const reviewedTags = z.object({
  accepted: z.array(z.object({ tagId: z.uuid(), reviewId: z.uuid(), version: z.number() })),
  problems: z.array(
    z.object({
      tagId: z.uuid(),
      code: z.enum(['not-found', 'own-work', 'stale', 'not-allowed-now']),
      title: text(),
    }),
  ),
});
export type ReviewedTags = z.output<typeof reviewedTags>;

/** A verdict on a version of a claim. */
export const claimReviewView = z.object({
  id: z.uuid(),
  wording: z.number(),
  reviewer: person,
  verdict: z.enum(verdicts),
  reason: text().nullable(),
  withdrawn: z.boolean(),
  at: moment(),
});
export type ClaimReview = z.output<typeof claimReviewView>;

export const reviewedClaim = claimView.extend({ review: claimReviewView });

/** A verdict that was taken back, and what it was on as it is now. */
export const withdrawnReview = z.object({
  id: z.uuid(),
  tag: tagView.nullable(),
  claim: claimView.nullable(),
});

/** One thing that stands between a claim and its approval; `href` leads to where it can be mended. */
export const missingView = z.object({ code: text(), words: text(), href: text().nullable() });
/** What changed under an approval. */
export const staleReason = z.object({
  code: text(),
  words: text(),
  href: text().nullable(),
  before: text().nullable(),
  after: text().nullable(),
});

export const approvalView = z.object({
  status: z.enum(claimStatuses),
  warnings: z.array(missingView), // what does not stand in its way, and is exported with it
  missing: z.array(missingView), // for the asking actor, as things are now
  stale: z.array(staleReason), // before and after, since the last approval
  newSince: z.object({ supporting: z.number(), moved: z.number() }), // came or moved since then without touching it
  approvedWording: z.number().nullable(),
  approvals: z.array(claimReviewView), // those that hold as things are now
  needed: z.number(),
  reviews: z.array(claimReviewView), // all, newest first
});
export type ApprovalState = z.output<typeof approvalView>;

const left = figuresView.extend({ headline: text() });
/** What hangs on an origin, an article or a speaker: the claims that lose support or an origin if it goes, and approvals that go stale. */
export const linchpinView = z.object({
  items: z.array(
    z.object({
      claim: z.object({ id: z.uuid(), statement: text(), status: z.enum(claimStatuses) }),
      before: left,
      after: left,
      falls: z.boolean(), // nothing that supports it is left
      stale: z.boolean(), // its approval would not hold
    }),
  ),
});

export const queueFilter = z.strictObject({
  ...paging,
  kind: z.enum(['mentions', 'citations', 'claims', 'mine']).default('citations'), // mine: own work sent back
  authorId: id().optional(),
  articleId: id().optional(),
  rests: restingFilter().optional(), // kind=claims
});
/** Mentions of one spelling and entity that wait for the actor: looked at and accepted together. `tags` holds the first of `total`. */
export const mentionGroup = z.object({
  spelling: text(),
  entity: entityRef,
  total: z.number(),
  tags: z.array(quotedTag),
});
export const queueView = z.object({
  counts: z.object({ mentions: z.number(), citations: z.number(), claims: z.number(), mine: z.number() }),
  groups: z.array(mentionGroup), // kind=mentions
  tags: z.array(quotedTag), // kind=citations and mine
  claims: z.array(claimView), // kind=claims and mine
  nextCursor: text().nullable(),
});
export type Queue = z.output<typeof queueView>;
