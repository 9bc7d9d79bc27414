import { z } from 'zod';
import { id, moment, paging, person, whole, text } from '@/lib/core/words';

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

/** What happened, in the kinds that people look for: beginnings of event types. */
export const historyKinds = {
  articles: ['article.', 'publisher.', 'echo.'],
  tags: ['highlight.', 'highlights.', 'tag.', 'tags.', 'review.', 'proposal.', 'grade.'],
  claims: ['claim.', 'contradiction.', 'view.'],
  questions: ['question.'],
  entities: ['entity.', 'suggestion.'],
  threads: ['thread.', 'comment.'],
  exports: ['export.', 'import.'],
  rounds: ['round.', 'adjudication.'],
  project: ['project.', 'member.'],
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
export const historyLine = eventView.extend({
  actor: person,
  words: text(),
  label: text().nullable(),
  href: text().nullable(),
});
export type HistoryLine = z.output<typeof historyLine>;

/** The first words of a text for one line: at most 120 UTF-16 units, no character cut in half. */
export const short = (words: string): string =>
  words.length <= 120 ? words : `${words.slice(0, 119).replace(/[\uD800-\uDBFF]$/, '')}…`;
