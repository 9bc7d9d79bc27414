import { z } from 'zod';
import { exactText, id, listOf, moment, person, text, whole, wordsOrBlank } from '@/lib/core/words';
import { tagInput, tagView } from '@/lib/highlights/highlight';
import { likenessView } from '@/lib/merges/merge';
import { roundStatuses } from '@/lib/rounds/round';
import { againReasons, placeDifferences, placeStates } from './places';

// After a reveal: what several analysts made of an article is decided on, place by place.

export const startInput = z.strictObject({ articleId: id() });
export const deskFilter = z.strictObject({ articleId: id() });

/** Tags as they were seen. */
const seen = z
  .array(z.strictObject({ id: id(), version: whole(1, 2 ** 31 - 1) }))
  .min(1)
  .max(5000);

/**
 * All tags of a place, and which of them are taken: some, all, or none. With `third` none is, and a tag of the adjudicator's own is
 * written in their place. Whatever is not taken is rejected, with the reason.
 */
export const decisionInput = z.strictObject({
  tags: seen,
  take: z.array(id()).max(5000),
  reason: wordsOrBlank(2000).optional(),
  third: z
    .strictObject({
      start: whole(0, 5_000_000),
      end: whole(1, 5_000_000),
      quote: exactText(100_000).min(1, 'No words are selected.'),
      tag: tagInput,
    })
    .optional(),
});
/** All tags of all places on which all agree, and how many places these were. */
export const agreedInput = z.strictObject({ tags: seen, places: whole(1, 5000) });

/** An act of an adjudicator. */
export const decisionView = z.object({
  id: z.uuid(),
  by: person,
  at: moment(),
  agreed: z.boolean(), // all places on which all agreed, by one act
  own: z.boolean(), // an analyst of the round decided, which the project allowed
  reason: text().nullable(),
  third: z.object({ start: z.number(), end: z.number(), quote: text(), tag: tagView }).nullable(),
});
export type DecisionView = z.output<typeof decisionView>;

const variantView = z.object({
  start: z.number(),
  end: z.number(),
  quote: text(),
  taken: z.boolean().nullable(), // null where nothing is decided of it
  tags: z.array(tagView), // all say the same; how sure each is, and the notes, are their own
});
export type Variant = z.output<typeof variantView>;

export const placeView = z.object({
  key: z.uuid(),
  state: z.enum(placeStates),
  why: z.enum(againReasons).nullable(), // of one that is asked again
  differs: z.array(z.enum(placeDifferences)),
  missing: z.array(person), // who tagged in the article, but not here
  variants: z.array(variantView),
  decision: decisionView.nullable(),
});
export type PlaceView = z.output<typeof placeView>;

export const adjudicationView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  roundId: z.uuid(),
  articleId: z.uuid(),
  startedBy: person,
  startedAt: moment(),
  finished: z.object({ by: person, at: moment() }).nullable(),
  version: z.number(),
});
export type Adjudication = z.output<typeof adjudicationView>;

/** An article of a round with what its analysts made of it, side by side, and what is decided. */
export const deskView = z.object({
  projectId: z.uuid(),
  round: z.object({
    id: z.uuid(),
    name: text(),
    status: z.enum(roundStatuses),
    analystIds: z.array(z.uuid()),
    ownAllowed: z.boolean(), // the project lets analysts of a round decide on its differences
  }),
  article: z.object({ id: z.uuid(), title: text(), language: text().nullable(), textVersion: z.number() }),
  waits: text().nullable(), // why there is nothing to see yet
  adjudication: adjudicationView.nullable(), // null before it is started
  people: z.array(z.object({ person, tags: z.number() })), // the analysts of the round, with what they have here
  pairs: z.array(likenessView.extend({ kind: z.enum(['entity', 'claim']) })), // what one may have called otherwise than the other
  places: z.array(placeView), // in reading order
});
export type Desk = z.output<typeof deskView>;

/** How far the articles of a round are. */
export const adjudicationList = listOf(
  z.object({
    articleId: z.uuid(),
    adjudication: adjudicationView.nullable(),
    tags: z.number(), // of the round's analysts
    decided: z.number(), // of these, those that a decision stands on
  }),
);

/** A decision with what was made of it; `tags` are those that it was about. */
export const decidedView = decisionView.extend({ projectId: z.uuid(), adjudicationId: z.uuid(), tags: z.number() });
export type DecidedView = z.output<typeof decidedView>;

/** How many places of each state. */
export function countsOf(places: readonly Pick<PlaceView, 'state'>[]) {
  const of = (state: PlaceView['state']) => places.filter((place) => place.state === state).length;
  const [agreed, open, again, decided] = placeStates.map(of) as [number, number, number, number];
  return { agreed, open, again, decided, left: agreed + open + again };
}
