import { z } from 'zod';
import { exactText, id, listOf, moment, paging, person, text, words, wordsOrBlank } from '@/lib/core/words';
import { tagView } from '@/lib/highlights/highlight';

export const echoKinds = ['exact', 'near'] as const;
/** What can be said of an echo: one copied the other, both have it from elsewhere, or they have nothing to do with each other. */
export const lineages = ['derived', 'common-origin', 'independent'] as const;
export type Lineage = (typeof lineages)[number];

/** Undoing takes no reason; deciding does. */
export const decisionInput = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('derived'), from: id(), reason: words(2000) }),
  z.strictObject({ decision: z.enum(['common-origin', 'independent']), reason: words(2000) }),
]);
export const withdrawalInput = z.strictObject({ reason: wordsOrBlank(2000).optional() });

const published = z.object({ from: text(), to: text(), precision: text(), estimated: z.boolean() }).nullable();

/** One side of an echo: words of one article's current version, in UTF-16 units, end exclusive. */
export const echoSpan = z.object({
  articleId: z.uuid(),
  articleVersion: z.number(),
  start: z.number(),
  end: z.number(),
  quote: text(),
  title: text(),
  language: text().nullable(),
  publisher: text().nullable(),
  published,
  retracted: z.boolean(),
});
export type EchoSpan = z.output<typeof echoSpan>;

export const echoDecision = z.object({
  decision: z.enum(lineages).nullable(), // null took the one before it back
  from: z.uuid().nullable(), // of a derived one: the article that was there first
  reason: text(),
  by: person,
  at: moment(),
});

export const echoView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  spans: z.array(echoSpan), // two, the one that the dates put first in front
  kind: z.enum(echoKinds),
  words: z.number(), // shared, in the same order
  similarity: z.number(), // 0 to 1; 1 is word for word
  first: z.uuid().nullable(), // the article that the dates put first
  because: z.enum(['dates', 'estimated-dates', 'dates-overlap', 'dates-unknown']),
  decision: echoDecision.nullable(),
  version: z.number(),
  createdAt: moment(),
});
export type Echo = z.output<typeof echoView>;

/** An echo with all that was ever decided of it, newest first. */
export const echoStory = echoView.extend({ decisions: z.array(echoDecision) });

export const echoFilter = z.strictObject({
  ...paging,
  articleId: id().optional(),
  decided: z.enum(['yes', 'no']).optional(),
});
export const echoList = listOf(echoView).extend({
  /** Articles whose text was not searched yet: brought in before echoes were. */
  unsearched: z.number(),
});

/** Which articles echo each other: what the map draws. */
export const echoMap = z.object({
  articles: z.array(
    z.object({ id: z.uuid(), title: text(), publisher: text().nullable(), published, retracted: z.boolean() }),
  ),
  pairs: z.array(
    z.object({
      a: z.uuid(),
      b: z.uuid(),
      echoes: z.number(),
      words: z.number(),
      undecided: z.number(),
      derivedFromA: z.number(),
      derivedFromB: z.number(),
      commonOrigin: z.number(),
      independent: z.number(),
      first: z.uuid().nullable(),
    }),
  ),
});
export type EchoMap = z.output<typeof echoMap>;

/** A tag made on the same words elsewhere, as it would stand here: what it says, never how sure its author was. */
const echoedTag = tagView
  .pick({
    entity: true,
    claim: true,
    stance: true,
    speaker: true,
    via: true,
    denies: true,
    implied: true,
    impliedHow: true,
    author: true,
  })
  .extend({ tagId: z.uuid(), start: z.number(), end: z.number(), quote: text() });
export type EchoedTag = z.output<typeof echoedTag>;
export const echoedTags = z.object({
  items: z.array(
    z.object({
      echoId: z.uuid(),
      article: z.object({ id: z.uuid(), title: text() }), // where they were made
      tags: z.array(echoedTag),
    }),
  ),
});
export type EchoedTags = z.output<typeof echoedTags>['items'][number];

export const searchedView = z.object({ searched: z.number(), left: z.number() });

export const independences = ['none', 'one', 'several', 'not-established'] as const;
/** The three figures, never one of them alone. */
export const figuresView = z.object({ articles: z.number(), origins: z.number(), unsourced: z.number() });
const toldFigures = figuresView.extend({
  headline: text(), // the counting rule in words
  independence: z.enum(independences),
});

export const groupView = z.object({
  kind: z.enum(['credited', 'unsourced', 'beside']),
  origins: z.array(z.object({ type: z.enum(['speaker', 'publisher']), id: z.uuid(), name: text() })),
  articles: z.array(z.object({ id: z.uuid(), title: text() })),
  tagIds: z.array(z.uuid()),
  steps: z.array(z.object({ code: text(), words: text(), echoId: z.uuid().optional() })),
});
const restsOn = toldFigures.extend({
  accepted: z.number(), // citations that a colleague accepted, and those nobody reviewed; rejected and contested ones count nowhere
  unreviewed: z.number(),
  groups: z.array(groupView),
  wouldCollapse: z.array(z.object({ echoId: z.uuid(), words: text() })),
  wouldBe: toldFigures, // if all undecided echoes were
});
/** What supports a claim, and beside it the same of what contradicts it. */
export const corroborationView = restsOn.extend({ claimId: z.uuid(), against: restsOn });
export type RestsOn = z.output<typeof restsOn>;

export const corroborationFilter = z.strictObject({
  claimIds: exactText(40 * 200)
    .transform((ids) => ids.split(','))
    .pipe(z.array(id()).min(1).max(200)),
});
export const corroborationList = listOf(toldFigures.extend({ claimId: z.uuid() }));
