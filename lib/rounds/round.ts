import { z } from 'zod';
import { exactText, id, listOf, moment, person, text, words } from '@/lib/core/words';

/** An open round ends when all have handed in; a blind one is revealed then, or by a lead before. */
export const roundStatuses = ['open', 'done', 'revealed'] as const;
export type RoundStatus = (typeof roundStatuses)[number];

const several = () =>
  z
    .array(id())
    .max(500, 'At most 500 in a round.')
    .refine((ids) => new Set(ids).size === ids.length, 'One of them is named twice.');

export const roundInput = z
  .strictObject({
    name: words(200),
    blind: z.boolean(),
    articleIds: several().optional(),
    claimIds: several().optional(),
    analystIds: several().min(1, 'A round needs somebody to do it.'),
  })
  .refine(({ articleIds = [], claimIds = [] }) => articleIds.length + claimIds.length > 0, {
    path: ['articleIds'],
    message: 'A round is about articles or claims: name at least one.',
  })
  .refine(({ blind, analystIds }) => !blind || analystIds.length > 1, {
    path: ['analystIds'],
    message: 'A blind round needs at least two: alone there is nobody to be hidden from.',
  });

const listed = z.object({ analyst: person, handedInAt: moment().nullable() });

export const roundView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  name: text(),
  blind: z.boolean(),
  status: z.enum(roundStatuses),
  analysts: z.array(listed), // by name
  articleIds: z.array(z.uuid()),
  claimIds: z.array(z.uuid()),
  creator: person,
  revealed: z.object({ by: person, at: moment(), early: z.boolean() }).nullable(),
  version: z.number(),
  createdAt: moment(),
});
export type Round = z.output<typeof roundView>;
export const roundList = listOf(roundView);

export const roundFilter = z.strictObject({ waitsFor: id().optional() }); // open ones that this analyst has not handed in

export const roundPage = roundView.extend({
  items: z.array(
    z.object({
      type: z.enum(['article', 'claim']),
      id: z.uuid(),
      label: text(),
      gone: z.boolean(), // deleted since
      mine: z.number(), // tags of the actor's own on an article; 1 where they have judged a claim
    }),
  ),
});
export type RoundPage = z.output<typeof roundPage>;

/** What a blind round on these would hide of what is there already, and which of them another one hides. */
export const previewFilter = z.strictObject({
  articleIds: exactText(20_000).optional(), // separated by commas
  claimIds: exactText(20_000).optional(),
});
export const roundPreview = z.object({
  tags: z.number(),
  threads: z.number(),
  assessments: z.number(),
  taken: z.array(z.object({ id: z.uuid(), roundId: z.uuid(), round: text() })),
});

const moved = {
  alike: z.number(), // at the reveal
  differed: z.number(),
  oneMoved: z.number(), // agreed on now, because the first changed
  otherMoved: z.number(),
  bothMoved: z.number(),
  still: z.number(), // differed then and now
  parted: z.number(), // agreed then, differ now
};
/** Of each pair of analysts: the answers on which they differed at the reveal, and what became of them; and the words they marked. */
export const roundMoves = z.object({
  pairs: z.array(z.object({ one: person, other: person, ...moved, spans: z.object(moved) })),
});
export type RoundMoves = z.output<typeof roundMoves>;

/** Where a round stands. */
export function statusOf(round: { blind: boolean; revealedAt: unknown; handedIn: readonly unknown[] }): RoundStatus {
  if (round.blind) return round.revealedAt ? 'revealed' : 'open';
  return round.handedIn.every(Boolean) ? 'done' : 'open';
}
