import { z } from 'zod';
import { measures } from '@/lib/agreement/coefficients';
import { dropReasons } from '@/lib/agreement/made';
import { undefinedReasons } from '@/lib/agreement/measure';
import { agreementQuestions } from '@/lib/agreement/questions';
import { analyticConfidences, bands, stances } from '@/lib/claims/claim';
import { exactText, id, listOf, paging, person, text } from '@/lib/core/words';
import { roundStatuses } from '@/lib/rounds/round';

/** So many tags are compared at once; of more an article or two people have to be chosen. */
export const MOST_TAGS = 20_000;

const ids = () =>
  exactText(40 * 200)
    .transform((named) => named.split(','))
    .pipe(z.array(id()).min(1).max(200));

/** The states of a round that can be compared: what each had at the reveal, and what they have now. */
export const roundMoments = ['reveal', 'now'] as const;
export type RoundMoment = (typeof roundMoments)[number];

const narrowing = {
  roundId: id().optional(), // the work of a round's analysts on its items
  at: z.enum(roundMoments).optional(), // with a round; `now` without
  articleIds: ids().optional(), // separated by commas; claims are then those cited in them
  analystIds: ids().optional(),
  type: exactText(100).optional(), // of an entity, or `citation`
};
export const agreementFilter = z.strictObject(narrowing);
export const differenceFilter = z.strictObject({
  ...narrowing,
  question: z.enum(agreementQuestions).optional(),
  ...paging,
});
export type Narrowing = z.output<typeof agreementFilter>;

const dropped = z.array(z.object({ why: z.enum(dropReasons), n: z.number() }));

/** How often two agreed out of how often they could, and why the rest could not be asked. */
export const shareView = z.object({
  question: z.enum(agreementQuestions),
  agreed: z.number(),
  of: z.number(),
  dropped,
});

/** A coefficient, or why there is none; its 95 % bootstrap interval where one was asked for. See lib/agreement/. */
export const coefficientView = z.object({
  question: z.enum(agreementQuestions),
  measure: z.enum(measures),
  value: z.number().nullable(),
  why: z.enum(undefinedReasons).nullable(),
  n: z.number(), // what entered: values, units, spans or characters
  units: z.number(),
  dropped: z.number(), // units that did not
  interval: z.object({ low: z.number(), high: z.number(), samples: z.number() }).nullable(),
  noInterval: z.enum(undefinedReasons).nullable(), // why none is given, where one was asked for
});

const figures = { shares: z.array(shareView), coefficients: z.array(coefficientView) };
const articleRef = z.object({ id: z.uuid(), title: text() });

export const agreementView = z.object({
  /** What can be chosen: who has tagged or judged, and where at least two have. */
  analysts: z.array(person),
  articles: z.array(articleRef),
  types: z.array(text()),
  round: z.object({ id: z.uuid(), name: text(), status: z.enum(roundStatuses) }).nullable(), // whose work it is
  tags: z.number(), // of the choice
  tooMany: z.boolean(), // more than can be compared at once: then there are no figures
  overall: z.object(figures),
  pairs: z.array(z.object({ a: person, b: person, ...figures })),
  byType: z.array(z.object({ type: text(), ...figures })),
  byArticle: z.array(z.object({ article: articleRef, ...figures })),
  dropped, // tags that no two analysts are compared on
});
export type Agreement = z.output<typeof agreementView>;
export type Share = z.output<typeof shareView>;
export type CoefficientView = z.output<typeof coefficientView>;

/** What one of two said of the words. */
const saidOfWords = z.object({
  tagId: z.uuid(),
  highlightId: z.uuid().nullable(), // deleted since
  quote: text(), // as it was, where a round is asked for
  target: z.object({ type: text(), id: z.uuid(), name: text() }), // `claim`, or the type of an entity
  stance: z.enum(stances).nullable(),
  confidence: z.number().nullable(),
});
const saidOfClaim = z.object({
  likelihood: z.number().nullable(),
  band: z.enum(bands).nullable(),
  analyticConfidence: z.enum(analyticConfidences).nullable(),
});

/** Where two analysts differ, and on what. Of words that only one tagged the other side is null. */
export const differenceView = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('words'),
    questions: z.array(z.enum(agreementQuestions)),
    a: person,
    b: person,
    article: articleRef.extend({ language: text().nullable() }),
    ofA: saidOfWords.nullable(),
    ofB: saidOfWords.nullable(),
  }),
  z.object({
    about: z.literal('claim'),
    questions: z.array(z.enum(agreementQuestions)),
    a: person,
    b: person,
    claim: z.object({ id: z.uuid(), statement: text() }),
    ofA: saidOfClaim,
    ofB: saidOfClaim,
  }),
]);
export type Difference = z.output<typeof differenceView>;
export type SaidOfWords = z.output<typeof saidOfWords>;
export type SaidOfClaim = z.output<typeof saidOfClaim>;
export const differenceList = listOf(differenceView);
