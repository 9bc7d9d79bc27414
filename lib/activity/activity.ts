import { z } from 'zod';
import { exactText, id, moment, paging, person, whole, text } from '@/lib/core/words';

export const eventView = z.object({
  seq: z.number(),
  type: text(),
  subjectType: text(),
  subjectId: z.uuid(),
  version: z.number(),
  actorId: z.uuid(),
  at: moment(),
  fields: z.array(text()),
});
export type EventView = z.output<typeof eventView>;
export const eventFilter = z.strictObject({
  after: z.coerce
    .number()
    .pipe(whole(0, 2 ** 31 - 1))
    .default(0),
  limit: paging.limit,
});

/** Where a change stands: the number under which it was told, and its own. They differ where a blind round hid it until a reveal. */
export type Place = { told: number; seq: number };
const CURSOR = /^\d{1,15}\.\d{1,15}$/;
export const placeOf = (cursor: string): Place => {
  const [told, seq] = cursor.split('.').map(Number) as [number, number];
  return { told, seq };
};
export const cursorAt = ({ told, seq }: Place): string => `${told}.${seq}`;

/** What changed after a cursor: everything from the beginning without one, nothing yet with `now`. */
export const changesFilter = z.strictObject({
  after: z.union([z.literal('now'), exactText(40).regex(CURSOR, 'This is not a cursor of this feed.')]).optional(),
  limit: paging.limit,
});
/** `cursor` is where to go on, always; `more` whether there is something already. */
export const changesView = z.object({ items: z.array(eventView), cursor: text(), more: z.boolean() });

/** What happened, in the kinds that people look for: beginnings of event types. */
export const historyKinds = {
  articles: ['article.', 'publisher.', 'echo.'],
  tags: ['highlight.', 'highlights.', 'tag.', 'tags.', 'review.', 'proposal.', 'grade.'],
  claims: ['claim.', 'contradiction.', 'view.'],
  questions: ['question.'],
  entities: ['entity.', 'suggestion.'],
  threads: ['thread.', 'comment.'],
  exports: ['export.', 'link.', 'import.'],
  rounds: ['round.', 'adjudication.'],
  project: ['project.', 'member.', 'invitation.', 'webhook.'],
} as const;
export type HistoryKind = keyof typeof historyKinds;

/** The log as people read it: newest first, with the name of what it is about when that can still be seen. */
export const historyFilter = z.strictObject({
  ...paging,
  subjectId: id().optional(),
  actorId: id().optional(),
  kind: z.enum(Object.keys(historyKinds) as HistoryKind[]).optional(),
  from: moment().optional(),
  to: moment().optional(), // not itself
});
const ids = z.array(z.uuid());
const versions = z.array(z.object({ id: z.uuid(), version: z.number() }));
export const wayBack = z.object({
  operation: z.enum([
    'restoreArticle',
    'restoreHighlight',
    'restoreHighlights',
    'restoreTag',
    'restoreTags',
    'restoreEntity',
    'restoreClaim',
    'restoreQuestion',
    'restoreAnswer',
    'restoreComment',
    'restoreView',
    'restoreWebhook',
    'restoreMember',
  ]),
  id: z.uuid(), // what its path names
  version: z.number().nullable(), // for If-Match, where it asks for one
  body: z.object({
    ids: ids.optional(),
    tags: versions.optional(),
    highlights: versions.optional(),
    along: z.object({ entityIds: ids, claimIds: ids }).optional(),
  }),
});
export type WayBack = z.output<typeof wayBack>;
export const historyLine = eventView.extend({
  actor: person,
  words: text(),
  label: text().nullable(),
  href: text().nullable(),
  turns: z.array(z.object({ field: text(), from: text(), to: text() })), // from what to what, in words, where the log keeps it
  back: wayBack.nullable(), // the write that undoes this deletion, while the asking actor may send it and it would change something
});
export type HistoryLine = z.output<typeof historyLine>;

/** The first words of a text for one line: at most 120 UTF-16 units, no character cut in half. */
export const short = (words: string): string =>
  words.length <= 120 ? words : `${words.slice(0, 119).replace(/[\uD800-\uDBFF]$/, '')}…`;
