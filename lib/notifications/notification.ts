import { z } from 'zod';
import { id, moment, paging, person, text } from '@/lib/core/words';

/** What is put into an inbox, and how it is worded: "<name> <words> <label>". */
export const notices = {
  mention: 'mentioned you in',
  reply: 'replied in',
  'tag-rejected': 'rejected your tag on',
  'tag-sent-back': 'asked for work on your tag on',
  'claim-approved': 'approved',
  'claim-rejected': 'rejected',
  'claim-sent-back': 'sent back',
  'claim-stale': 'made stale',
  'proposal-taken': 'took over the fix that you proposed of',
  'proposal-declined': 'declined the fix that you proposed of',
  'question-assigned': 'asked you to look after the question',
  'question-reopened': 'reopened with new evidence the question',
  'round-assigned': 'gave you the round',
  'round-revealed': 'revealed the round',
  'words-lost': 'brought in a correction that lost words of yours in',
} as const;
export type NoticeKind = keyof typeof notices;
const kinds = Object.keys(notices) as [NoticeKind, ...NoticeKind[]];

export const notificationView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  kind: z.enum(kinds),
  words: text(),
  actor: person,
  label: text().nullable(), // the statement, name, quote or title; null when it is not there any more
  excerpt: text().nullable(), // the start of the comment
  href: text().nullable(), // the exact place
  at: moment(),
  read: z.boolean(),
});
export type Notification = z.output<typeof notificationView>;

export const notificationFilter = z.strictObject({ ...paging, state: z.enum(['unread', 'read']).optional() });
export const notificationList = z.object({
  items: z.array(notificationView),
  nextCursor: text().nullable(),
  unread: z.number(), // of the whole inbox
});
export type Inbox = z.output<typeof notificationList>;

/** Those named, or those that came up to a moment, or all. With `until`, what comes while one reads stays unread. */
export const readInput = z.strictObject({
  ids: z.array(id()).min(1).max(500).optional(),
  until: moment().optional(),
});
export const readAnswer = z.object({ read: z.number(), unread: z.number() });
