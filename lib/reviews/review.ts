import { z } from 'zod';
import { figuresView } from '@/lib/echoes/echo';
import { verdicts } from '@/lib/agreement/standing';
import { claimChange, claimStatuses, claimView } from '@/lib/claims/claim';
import { restingFilter } from '@/lib/claims/resting';
import { proposalReply, quotedTag, tagChange, tagReview, tagView } from '@/lib/highlights/highlight';
import { id, moment, paging, person, text, whole, words, wordsOrBlank } from '@/lib/core/words';
import { entityRef } from '@/lib/entities/entity';

const given = { verdict: z.enum(verdicts), reason: wordsOrBlank(2000).optional() };
type Given = { verdict: (typeof verdicts)[number]; reason?: string | null | undefined; proposal?: unknown };
const saysWhy = ({ verdict, reason, proposal }: Given) => verdict === 'accept' || Boolean(reason) || Boolean(proposal);
const sayWhy = { path: ['reason'], message: 'Say why, in one line.' };

/** A verdict on a tag, and a fix in the tag's own fields: the author takes it or not. */
export const reviewInput = z.strictObject({ ...given, proposal: tagChange.optional() }).refine(saysWhy, sayWhy);
/** The same on a claim: another wording or structure. */
export const claimReviewInput = z.strictObject({ ...given, proposal: claimChange.optional() }).refine(saysWhy, sayWhy);
export const declineInput = z.strictObject({ reason: words(2000) });
export const storedVerdict = (verdict: (typeof verdicts)[number]) =>
  verdict === 'needs-work' ? ('needsWork' as const) : verdict;
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
  proposal: claimChange.nullable(),
  reply: proposalReply.nullable(), // what the author made of the proposal
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

/** The tag or claim after its author took a proposed fix over, or declined it. */
export const answeredProposal = z.object({ id: z.uuid(), tag: tagView.nullable(), claim: claimView.nullable() });

/** One thing that stands between a claim and its approval; `href` leads to where it can be mended. */
export const missingView = z.object({ code: text(), words: text(), href: text().nullable() });
/** One side of a change: what we say, and words of a source in its language (BCP 47; null where nobody said). */
const staleSide = z.object({ said: text().nullable(), quote: text().nullable(), language: text().nullable() });
/** What changed under an approval. */
export const staleReason = z.object({
  code: text(),
  words: text(),
  href: text().nullable(),
  before: staleSide.nullable(),
  after: staleSide.nullable(),
});

/** What somebody holds against a claim. Only they withdraw it; it stays on the claim and goes into every export. */
export const dissentView = z.object({
  kind: z.enum(['objection', 'rejection', 'assessment']),
  id: z.uuid(),
  by: person,
  at: moment(),
  wording: z.number().nullable(), // the wording that it is about; null for an objection
  text: text(), // blank where somebody only judged
  likelihood: text().nullable(), // of an assessment, in words
  open: z.boolean(), // stands in the way of an approval
  lifted: z.object({ by: person, reason: text() }).nullable(),
  href: text().nullable(),
});
export type Dissent = z.output<typeof dissentView>;

export const approvalView = z.object({
  claimVersion: z.number(), // of the claim that all this is said of
  status: z.enum(claimStatuses),
  warnings: z.array(missingView), // what does not stand in its way, and is exported with it
  missing: z.array(missingView), // for the asking actor, as things are now
  stale: z.array(staleReason), // before and after, since the last approval
  newSince: z.object({ supporting: z.number(), moved: z.number() }), // came or moved since then without touching it
  approvedWording: z.number().nullable(),
  approvals: z.array(claimReviewView), // those that hold as things are now
  lapsed: z.array(claimReviewView), // those that held once: on an earlier wording, or on what has changed since
  proposedBy: person.nullable(), // whose proposal the current wording is; its author is who took it over
  dissent: z.array(dissentView),
  needed: z.number(),
  reviews: z.array(claimReviewView), // all, newest first
});
export type ApprovalState = z.output<typeof approvalView>;

const left = figuresView.extend({ headline: text() });
/** What hangs on an origin, an article or a speaker: the claims that lose an article or an origin if it goes, and approvals that go stale. */
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

/** How long somebody is taken to be on something that they last said so of, in milliseconds. */
export const HELD_FOR = 3 * 60_000;
/** What one is on: a tag, of mentions that are looked at together the first; or a claim. */
export const holdInput = z
  .strictObject({ tagId: id().optional(), claimId: id().optional() })
  .refine(({ tagId, claimId }) => Boolean(tagId) !== Boolean(claimId), 'Name a tag or a claim.');
export const endInput = z.strictObject({ tagId: id().optional(), claimId: id().optional() });
export const holdsView = z.object({
  items: z.array(z.object({ by: person, tagId: z.uuid().nullable(), claimId: z.uuid().nullable(), since: moment() })),
});
export type Holds = z.output<typeof holdsView>;

/** What comes first of the citations that wait: as one reads, the least sure, or what colleagues see differently. */
export const queueOrders = ['reading', 'confidence', 'agreement'] as const;
export const queueFilter = z.strictObject({
  ...paging,
  // mine: own tags and claims sent back; waiting: own tags that nobody has spoken on. Of `authorId`, where one is named.
  kind: z.enum(['mentions', 'citations', 'claims', 'mine', 'waiting']).default('citations'),
  authorId: id().optional(),
  articleId: id().optional(),
  rests: restingFilter().optional(), // kind=claims
  order: z.enum(queueOrders).default('reading'), // kind=citations
  every: z.coerce.number().pipe(whole(2, 1000)).optional(), // kind=citations and mentions: a sample, from a start that the seed draws
  seed: z.coerce.number().pipe(whole(0, 999_999)).default(0),
  free: z.literal('yes').optional(), // nothing that a colleague is on just now
});
/** Mentions of one spelling and entity that wait for the actor: looked at and accepted together. `tags` holds the first of `total`. */
export const mentionGroup = z.object({
  spelling: text(),
  entity: entityRef,
  total: z.number(),
  tags: z.array(quotedTag),
});
export const queueView = z.object({
  counts: z.object({
    mentions: z.number(),
    citations: z.number(),
    claims: z.number(),
    mine: z.number(),
    waiting: z.number(),
  }),
  groups: z.array(mentionGroup), // kind=mentions
  tags: z.array(quotedTag), // kind=citations, mine and waiting
  claims: z.array(claimView), // kind=claims and mine
  approvals: z.array(z.object({ claimId: z.uuid(), given: z.number(), lapsed: z.number() })), // kind=claims
  needed: z.number(), // approvals that the project asks for
  nextCursor: text().nullable(),
});
export type Queue = z.output<typeof queueView>;
