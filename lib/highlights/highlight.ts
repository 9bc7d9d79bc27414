import { z } from 'zod';
import type { OrphanReason } from '@/lib/anchoring/relocate';
import { reviewStates, verdicts } from '@/lib/agreement/standing';
import { claimInput, claimStatuses, stances } from '@/lib/claims/claim';
import type { Issue } from '@/lib/core/errors';
import { entityInput, entityRef } from '@/lib/entities/entity';
import { day, exactText, id, moment, paging, person, whole, words, wordsOrBlank, text } from '@/lib/core/words';

const confidence = whole(0, 100).nullable().optional();
const common = { confidence, note: wordsOrBlank(2000).optional() };
const citation = {
  stance: z.enum(stances),
  speakerId: id().nullable().optional(),
  newSpeaker: entityInput.optional(), // made in the same write
  viaId: id().nullable().optional(), // the publisher whose report is relayed
  viaOn: day().nullable().optional(),
  denies: z.boolean().optional(),
  implied: z.boolean().optional(),
  impliedHow: wordsOrBlank(500).optional(),
};

/** A mention or a citation, of something that exists or that is made in the same write. */
export const tagInput = z.union([
  z.strictObject({ entityId: id(), ...common }),
  z.strictObject({ newEntity: entityInput, ...common }),
  z.strictObject({ claimId: id(), ...citation, ...common }),
  z.strictObject({ newClaim: claimInput, ...citation, ...common }),
]);
export type TagInput = z.input<typeof tagInput>;

/** A change of one's own tag. Its target may change within its kind. */
export const tagChange = z.strictObject({
  entityId: id().optional(),
  claimId: id().optional(),
  stance: z.enum(stances).optional(),
  speakerId: id().nullable().optional(),
  viaId: id().nullable().optional(),
  viaOn: day().nullable().optional(),
  denies: z.boolean().optional(),
  implied: z.boolean().optional(),
  impliedHow: wordsOrBlank(500).optional(),
  ...common,
});
export type TagChange = z.input<typeof tagChange>;

const span = {
  start: whole(0, 5_000_000),
  end: whole(1, 5_000_000),
  quote: exactText(100_000).min(1, 'No words are selected.'),
};
export const highlightInput = z.strictObject({ ...span, tags: z.array(tagInput).max(20).optional() });
export const highlightMove = z.strictObject(span);
export const translationInput = z.strictObject({ translation: words(10_000).nullable() });
/** Which of an article's highlights: those of an earlier version, or a page of the current ones; all of them without a limit. */
export const highlightFilter = z.strictObject({
  version: z.coerce.number().pipe(whole(1, 1_000_000)).optional(),
  limit: z.coerce.number().pipe(whole(1, 5000)).optional(),
  cursor: paging.cursor,
});
export const highlightIds = z.strictObject({ ids: z.array(id()).min(1).max(5000) });

/** What the same write made along with tags: the entities and claims that it named as new. */
const along = z.strictObject({ entityIds: z.array(id()).max(5000), claimIds: z.array(id()).max(5000) });
export type Along = z.output<typeof along>;
/** Of a deletion: goes with it, unless something else rests on it by now. Of bringing back: comes back with it. */
export const withAlong = z.strictObject({ along: along.optional() });
export const highlightIdsAlong = highlightIds.extend(withAlong.shape);

/** What the author made of a proposed fix. */
export const proposalReply = z.object({ kind: z.enum(['taken', 'declined']), reason: text().nullable(), at: moment() });

/** One person's standing verdict on the tag as it is now. */
export const tagReview = z.object({
  id: z.uuid(),
  reviewer: person,
  verdict: z.enum(verdicts),
  reason: text().nullable(),
  proposal: tagChange.nullable(),
  reply: proposalReply.nullable(), // to the proposal
  version: z.number(),
  at: moment(),
});

export const tagView = z.object({
  id: z.uuid(),
  highlightId: z.uuid(),
  articleId: z.uuid(),
  author: person,
  externalAuthor: text().optional(), // who made it in another tool: its author brought it in
  entity: entityRef.nullable(),
  nameAsCited: text().nullable(), // of a mention: the words themselves, typos and all
  claim: z.object({ id: z.uuid(), statement: text(), status: z.enum(claimStatuses) }).nullable(),
  madeOn: z.object({ id: z.uuid(), words: text() }).optional(), // the entity or claim it was made on, merged since
  stance: z.enum(stances).nullable(),
  confidence: z.number().nullable(),
  note: text().nullable(),
  speaker: entityRef.nullable(),
  via: z.object({ id: z.uuid(), name: text(), on: text().nullable() }).nullable(),
  denies: z.boolean(),
  implied: z.boolean(),
  impliedHow: text().nullable(),
  reviewState: z.enum(reviewStates),
  reviews: z.array(tagReview),
  proposedBy: person.nullable(), // whose proposal it is as it stands; its author is who took it over
  overtaken: z.array(tagReview), // verdicts on what it said, or on the words under it, before they were changed
  openThreads: z.number(),
  version: z.number(),
  createdAt: moment(),
});
export type Tag = z.output<typeof tagView>;

const citationOnly = ['claimId', 'stance', 'speakerId', 'viaId', 'viaOn', 'denies', 'implied', 'impliedHow'] as const;

/** What a change asks of a tag that its kind does not have, field by field. */
export function kindProblems(isMention: boolean, change: z.output<typeof tagChange>): Issue[] {
  const message = isMention ? 'A mention has no such field.' : 'A citation is of a claim.';
  const wrong: readonly string[] = isMention
    ? citationOnly.filter((field) => change[field] !== undefined)
    : change.entityId === undefined
      ? []
      : ['entityId'];
  return wrong.map((path) => ({ path, message }));
}

/** Why a corrected text holds no place for a highlight, in the product's words. */
export const lostWords = {
  deleted: 'The words are gone from the new version.',
  rewritten: 'The passage was rewritten.',
  ambiguous: 'Several places fit equally well.',
  'quote-mismatch': 'The highlight was not true of the old version.',
  unsearched: 'The two texts differ too much to look for every passage.',
} as const satisfies Record<OrphanReason, string>;

export const carryings = ['same-place', 'same-words', 'through-differences', 'fuzzy', 'by-hand'] as const;

/** How a highlight came from an earlier version of its article: the last time that its words changed on the way, or else the last time. */
export const carriedView = z.object({
  how: z.enum(carryings),
  from: z.number(), // the number of that version
  at: moment(), // when the corrected text was brought in, or the words were placed by hand
  quote: text().nullable(), // the words before, where they are others now
});
export type Carried = z.output<typeof carriedView>;

export const highlightView = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  articleVersion: z.number(),
  start: z.number(),
  end: z.number(),
  quote: text(),
  prefix: text(),
  suffix: text(),
  translation: z.object({ text: text(), by: person }).nullable(),
  author: person,
  orphaned: text().nullable(), // why the words are gone from the current version
  carried: carriedView.nullable(), // null where the words were highlighted on the version they stand on
  tags: z.array(tagView),
  openThreads: z.number(),
  version: z.number(),
  createdAt: moment(),
});
export type Highlight = z.output<typeof highlightView>;

/** A tag with the words it stands on and where they are: what lists outside the article show. */
export const quotedTag = tagView.extend({
  highlight: highlightView.omit({ tags: true }),
  article: z.object({
    id: z.uuid(),
    title: text(),
    kind: text(),
    publisher: text().nullable(),
    publisherId: z.uuid().nullable(),
    reliability: text().nullable(), // the publisher's settled grade
    published: z.object({ from: text(), to: text(), precision: text(), estimated: z.boolean() }).nullable(),
    url: text().nullable(),
    language: text().nullable(),
    sha256: text(),
    retracted: z.boolean(),
  }),
});
export type QuotedTag = z.output<typeof quotedTag>;
export const quotedTagFilter = z.strictObject(paging);
