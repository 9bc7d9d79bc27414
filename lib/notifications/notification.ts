import { z } from 'zod';
import { id, moment, paging, person, text } from '@/lib/core/words';

/**
 * What is put into an inbox: how one line is worded ("<name> <words> <label>"), what several of them are called, and what the kind is
 * called where it is switched on and off.
 */
export const notices = {
  mention: { words: 'mentioned you in', many: 'mentions of you', name: 'Somebody mentions me' },
  reply: { words: 'replied in', many: 'replies', name: 'Somebody answers where I took part' },
  'tag-accepted': { words: 'accepted your work on', many: 'times accepted', name: 'A tag of mine is accepted' },
  'tag-rejected': { words: 'rejected your tag on', many: 'tags rejected', name: 'A tag of mine is rejected' },
  'tag-sent-back': {
    words: 'asked for work on your tag on',
    many: 'tags sent back',
    name: 'A tag of mine needs work',
  },
  'claim-approved': { words: 'approved', many: 'approvals', name: 'A claim of mine is approved' },
  'claim-rejected': { words: 'rejected', many: 'rejections', name: 'A claim of mine is rejected' },
  'claim-sent-back': { words: 'sent back', many: 'times sent back', name: 'A claim of mine needs work' },
  'claim-stale': {
    words: 'made the claim stale',
    many: 'times stale',
    name: 'A claim of mine, or one that I approved, becomes stale',
  },
  'proposal-taken': {
    words: 'took over the fix that you proposed of',
    many: 'fixes taken over',
    name: 'A fix that I proposed is taken over',
  },
  'proposal-declined': {
    words: 'declined the fix that you proposed of',
    many: 'fixes declined',
    name: 'A fix that I proposed is declined',
  },
  'question-assigned': {
    words: 'asked you to look after the question',
    many: 'questions assigned',
    name: 'I am to look after a question',
  },
  'question-reopened': {
    words: 'reopened with new evidence the question',
    many: 'questions reopened',
    name: 'New evidence on a question of mine',
  },
  'round-assigned': { words: 'gave you the round', many: 'rounds given', name: 'Work is assigned to me' },
  'round-revealed': {
    words: 'revealed the round',
    many: 'rounds revealed',
    name: 'A round that I took part in is revealed',
  },
  'export-ready': {
    words: 'made, as you had asked, the export',
    many: 'exports made',
    name: 'A large export that I asked for is ready',
  },
  'export-failed': {
    words: 'could not make the export',
    many: 'exports not made',
    name: 'A large export that I asked for cannot be made',
  },
  'export-stopped': {
    words: 'stopped, before it was made, the export',
    many: 'exports stopped',
    name: 'A large export that I asked for is stopped',
  },
  'webhook-gave-up': {
    words: 'gave up delivering an event to',
    many: 'events given up',
    name: 'A webhook’s address does not answer',
  },
  'webhook-switched-off': {
    words: 'switched off, after three days without an answer, the webhook',
    many: 'webhooks switched off',
    name: 'A webhook is switched off because nothing arrives',
  },
  'words-lost': {
    words: 'brought in a correction that lost words of yours in',
    many: 'corrections that lost words of yours',
    name: 'A correction loses words of mine',
  },
} as const;
export type NoticeKind = keyof typeof notices;
export const noticeKinds = Object.keys(notices) as [NoticeKind, ...NoticeKind[]];

/** What the product itself did: nobody's name stands before it. */
export const BY_ITSELF: NoticeKind[] = ['export-ready', 'export-failed', 'webhook-gave-up', 'webhook-switched-off'];

/** What nobody hears of until they ask for it: an accepted tag needs nothing from anybody. */
export const OFF_AT_FIRST: NoticeKind[] = ['tag-accepted'];

/** The lines of one kind about one thing, read or unread: one of them in full, and how many there are. */
export const notificationView = z.object({
  id: z.uuid(), // of the line that is shown: the first unread one, or the last that was read
  ids: z.array(z.uuid()), // of all of them, the newest 500
  count: z.number(),
  projectId: z.uuid(),
  kind: z.enum(noticeKinds),
  words: text(),
  many: text(), // what several of them are called
  actor: person, // of the newest
  people: z.number(), // how many did it
  label: text().nullable(), // the statement, name, quote or title; null when it is not there any more
  quoted: z.boolean(), // the label is words of an article
  language: text().nullable(), // of these words, where their article says it
  excerpt: text().nullable(), // the start of the comment
  href: text().nullable(), // the exact place of the line that is shown
  at: moment(), // of the newest
  read: z.boolean(),
});
export type Notification = z.output<typeof notificationView>;

export const notificationFilter = z.strictObject({ ...paging, state: z.enum(['unread', 'read']).optional() });
export const notificationList = z.object({
  items: z.array(notificationView),
  nextCursor: text().nullable(),
  unread: z.number(), // lines of the whole inbox
});
export type Inbox = z.output<typeof notificationList>;

/** Those named, or those that came up to a moment, or all. With `until`, what comes while one reads stays unread. */
export const readInput = z.strictObject({
  ids: z.array(id()).min(1).max(500).optional(),
  until: moment().optional(),
});
export const readAnswer = z.object({ read: z.number(), unread: z.number() });
