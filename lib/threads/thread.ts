import { z } from 'zod';
import { verdicts } from '@/lib/agreement/standing';
import { id, moment, paging, person, text, words, wordsOrBlank } from '@/lib/core/words';
import { faultOf, MAX_WORDS } from './body';

export const subjectTypes = ['article', 'highlight', 'tag', 'entity', 'claim', 'question'] as const;
export type SubjectType = (typeof subjectTypes)[number];
export const outcomes = ['settled', 'agreed-to-differ', 'withdrawn'] as const;

/** The editor's document, of which `body.ts` names every piece that may be in it, or plain words. */
const bodyInput = z.union([
  z.strictObject({ text: words(MAX_WORDS) }),
  z.looseObject({ type: z.literal('doc') }).superRefine((doc, check) => {
    const fault = faultOf(doc);
    if (fault) check.addIssue({ code: 'custom', ...fault });
  }),
]);

export const threadInput = z.strictObject({
  subject: z.strictObject({ type: z.enum(subjectTypes), id: id() }),
  body: bodyInput,
  blocksApproval: z.boolean().optional(),
});
export const commentInput = z.strictObject({ body: bodyInput, blocksApproval: z.boolean().optional() });
export const commentChange = z.strictObject({ body: bodyInput.optional(), blocksApproval: z.boolean().optional() });
/** What one side holds, in a sentence. */
const positionText = words(600);
export const positionInput = z.strictObject({ text: positionText });
/** How a thread ends. Who agree to differ leave both positions on record: each side's, by whoever closes, until it words its own. */
export const outcomeInput = z
  .strictObject({
    outcome: z.enum(outcomes),
    note: wordsOrBlank(1000).optional(),
    positions: z
      .array(z.strictObject({ holderId: id(), text: positionText }))
      .max(8)
      .optional(),
  })
  .superRefine(({ outcome, positions = [] }, check) => {
    const say = (message: string) => check.addIssue({ code: 'custom', path: ['positions'], message });
    const holders = new Set(positions.map(({ holderId }) => holderId)).size;
    if (holders !== positions.length) say('Each side has one position.');
    if (outcome === 'agreed-to-differ' && holders < 2)
      say('Put both positions on record: what each side holds, in a sentence.');
    if (outcome !== 'agreed-to-differ' && holders > 0) say('Positions are for those who agree to differ.');
  });
export const turnedInto = ['claim', 'question'] as const;
export const turnInput = z.strictObject({ into: z.enum(turnedInto), text: words(600) });
export const liftInput = z.strictObject({ reason: words(1000) });

export const commentView = z.object({
  id: z.uuid(),
  threadId: z.uuid(),
  author: person,
  externalAuthor: text().optional(), // who wrote it in another tool: its author brought it in
  body: z.unknown(), // the editor's document
  text: text(),
  blocksApproval: z.boolean(),
  lifted: z.object({ by: person, at: moment(), reason: text() }).nullable(),
  editedAt: moment().nullable(),
  edits: z.number(),
  deleted: z.boolean(), // a deleted comment keeps its place, without its words
  version: z.number(),
  createdAt: moment(),
});
export type Comment = z.output<typeof commentView>;

export const threadView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  subject: z.object({
    type: z.enum(subjectTypes),
    id: z.uuid(),
    label: text(), // the statement, name, quote or title it is about
    language: text().nullable(), // of the words, when it is about words and their article says it
    articleId: z.uuid().nullable(), // where the words are, when it is about words
    highlightId: z.uuid().nullable(),
    claimId: z.uuid().nullable(), // a citation's thread is visible on its claim
    attached: z.object({ type: z.enum(['claim', 'entity']), id: z.uuid(), label: text() }).nullable(), // to what a tag attaches its words
  }),
  creator: person,
  outcome: z
    .object({
      kind: z.enum(outcomes),
      note: text().nullable(),
      by: person,
      at: moment(),
      positions: z.array(z.object({ holder: person, text: text(), by: person })), // of those who agreed to differ
    })
    .nullable(),
  began: z.object({ verdict: z.enum(verdicts), withdrawn: z.boolean() }).nullable(), // the verdict whose reason is its first comment
  contested: z.boolean(), // the tag that it is on
  became: z.array(z.object({ type: z.enum(turnedInto), id: z.uuid(), label: text() })), // what it was turned into
  comments: z.array(commentView), // in the order in which they were written
  version: z.number(),
  createdAt: moment(),
  updatedAt: moment(),
});
export type Thread = z.output<typeof threadView>;

/** How much is said of the highlights and tags of an article. */
const discussedView = z.object({
  type: z.enum(['highlight', 'tag']),
  id: z.uuid(),
  comments: z.number(), // of all its threads, without deleted ones
  open: z.boolean(), // one of its threads has no outcome yet
});
export type DiscussedView = z.output<typeof discussedView>;
export const discussedList = z.object({ items: z.array(discussedView) });

export const threadFilter = z
  .strictObject({
    ...paging,
    subjectType: z.enum(subjectTypes).optional(),
    subjectId: id().optional(), // with what lies below it: an article's threads hold those on its highlights and tags
    state: z.enum(['open', 'closed']).optional(),
    mine: z.enum(['started', 'took-part']).optional(),
    objections: z.enum(['open']).optional(),
    mentions: z.enum(['me']).optional(),
    waitsFor: id().optional(), // open ones that mention this member, who has said nothing there since
  })
  .refine((filter) => !filter.subjectId || filter.subjectType, {
    path: ['subjectType'],
    message: 'Say of what kind the subject is.',
  });

/** One wording of a comment; `number` is the comment's version at which it was written. */
export const commentVersionView = z.object({ number: z.number(), body: z.unknown(), text: text(), at: moment() });
