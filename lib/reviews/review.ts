import { z } from 'zod';
import { verdicts } from '@/lib/agreement/standing';
import { claimStatuses, claimView } from '@/lib/claims/claim';
import { quotedTag, tagChange } from '@/lib/highlights/highlight';
import { exactText, id, moment, paging, person, wordsOrBlank, text } from '@/lib/core/words';
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
    .array(z.strictObject({ id: id(), version: z.int32() }))
    .min(1)
    .max(5000),
  verdict: z.literal('accept'),
});

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

/** One thing that stands between a claim and its approval; `href` leads to where it can be mended. */
export const missingView = z.object({ code: exactText(40), words: text(), href: text().nullable() });
/** What changed under an approval. */
export const staleReason = z.object({
  code: exactText(40),
  words: text(),
  href: text().nullable(),
  before: text().nullable(),
  after: text().nullable(),
});

export const approvalView = z.object({
  status: z.enum(claimStatuses),
  missing: z.array(missingView), // for the asking actor, as things are now
  stale: z.array(staleReason),
  approvedWording: z.number().nullable(),
  approvals: z.array(claimReviewView), // standing ones, of the approved wording
  needed: z.number(),
  reviews: z.array(claimReviewView), // all, newest first
});
export type ApprovalState = z.output<typeof approvalView>;

export const queueFilter = z.strictObject({
  ...paging,
  kind: z.enum(['mentions', 'citations', 'claims', 'mine']).default('citations'), // mine: own work sent back
  authorId: id().optional(),
  articleId: id().optional(),
});
/** Mentions of one spelling and entity, by colleagues, not yet reviewed by the actor: looked at and accepted together. */
export const mentionGroup = z.object({ spelling: text(), entity: entityRef, tags: z.array(quotedTag) });
export const queueView = z.object({
  counts: z.object({ mentions: z.number(), citations: z.number(), claims: z.number(), mine: z.number() }),
  groups: z.array(mentionGroup), // kind=mentions
  tags: z.array(quotedTag), // kind=citations and mine
  claims: z.array(claimView), // kind=claims
  nextCursor: text().nullable(),
});
