import { z } from 'zod';
import { assessmentView, claimInput, claimView } from '@/lib/claims/claim';
import { day, exactText, id, moment, paging, person, text, words, wordsOrBlank } from '@/lib/core/words';
import { corroborationView } from '@/lib/echoes/echo';
import { quotedTag } from '@/lib/highlights/highlight';

// What several claims answer differently. Nothing here says which is true: the page sets them side by side.

const questionStates = ['open', 'settled'] as const;

/** A claim that exists, one made in the same write, or that it is not known: an answer which takes citations like any other. */
export const answerInput = z.union([
  z.strictObject({ claimId: id() }),
  z.strictObject({ newClaim: claimInput }),
  z.strictObject({ notKnown: z.literal(true) }),
]);
export type AnswerInput = z.output<typeof answerInput>;

const what = {
  assigneeId: id().nullable().optional(),
  dueOn: day().nullable().optional(),
  exclusive: z.boolean().optional(), // only one answer can be true
};
export const questionInput = z.strictObject({
  text: words(600),
  ...what,
  answers: z.array(answerInput).max(50).default([]),
});
export const questionChange = z.strictObject({ text: words(600).optional(), ...what });
export const pairInput = z.strictObject({ answerIds: z.tuple([id(), id()]), bothTrue: z.boolean() });
/** Blank takes the paragraph back. */
export const judgementInput = z.strictObject({ text: wordsOrBlank(6000) });
/** `claimId` is the answer that stands; null where none does. */
export const settleInput = z.strictObject({ claimId: id().nullable(), reason: words(2000) });
export const refusalInput = z.strictObject({ otherId: id(), reason: wordsOrBlank(1000).optional() });

export const judgementView = z.object({
  number: z.number(),
  text: text().nullable(), // null: it was taken back
  author: person,
  at: moment(),
});

/** What lists show of a question. */
export const questionView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  text: text(),
  state: z.enum(questionStates),
  exclusive: z.boolean(),
  assignee: person.nullable(),
  dueOn: text().nullable(),
  creator: person,
  answers: z.array(z.object({ id: z.uuid(), claimId: z.uuid(), statement: text(), notKnown: z.boolean() })),
  pairs: z.array(z.tuple([z.uuid(), z.uuid()])), // ids of answers that can both be true
  settled: z.object({ claimId: z.uuid().nullable(), reason: text(), by: person, at: moment() }).nullable(),
  newEvidence: moment().nullable(), // when evidence opened it again
  judgement: judgementView.nullable(), // with text null: it was taken back
  version: z.number(),
  createdAt: moment(),
  updatedAt: moment(),
});
export type Question = z.output<typeof questionView>;

/** A citation that supports one answer, as it speaks against another which it excludes. Computed, never entered. */
export const contraryView = z.object({ tagId: z.uuid(), answerId: z.uuid() });

export const answerView = z.object({
  id: z.uuid(),
  questionId: z.uuid(),
  notKnown: z.boolean(),
  claim: claimView,
  citations: z.array(quotedTag), // entered, with what they stand on
  contrary: z.array(contraryView), // computed: tags among the citations of the other answers
  assessments: z.array(assessmentView),
  corroboration: corroborationView,
  version: z.number(),
});
export type Answer = z.output<typeof answerView>;
/** The page: the answers side by side with all that is held of them. */
export const questionPage = questionView.extend({ sides: z.array(answerView) });
export type QuestionPage = z.output<typeof questionPage>;

/** What an answer itself is, to whoever removes it or brings it back. */
export const answerRow = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  questionId: z.uuid(),
  claimId: z.uuid(),
  notKnown: z.boolean(),
  version: z.number(),
});
export type AnswerRow = z.output<typeof answerRow>;

export const questionFilter = z.strictObject({
  ...paging,
  state: z.enum(questionStates).optional(),
  mine: z.enum(['assigned', 'created']).optional(),
  assigneeId: z.union([id(), z.literal('nobody')]).optional(), // who looks after it
  due: z.enum(['overdue']).optional(), // before today, and still open
  q: exactText(200).optional(),
});

/** The questions that a claim answers, and what speaks against it there. */
export const claimQuestions = z.object({
  questions: z.array(questionView),
  contrary: z.array(z.object({ questionId: z.uuid(), of: text(), tag: quotedTag })),
});
export type ClaimQuestions = z.output<typeof claimQuestions>;

const side = z.object({ id: z.uuid(), statement: text() });
/** Two claims that answer one thing differently, read off their structure: offered, never imposed. */
export const contradictionView = z.object({
  claims: z.tuple([side, side]),
  on: z.enum(['value', 'object', 'period']),
  reason: text(),
  asked: text(), // words for the question that they would make
});
export const contradictionRefusal = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  claims: z.tuple([side, side]),
  reason: text().nullable(),
  author: person,
  at: moment(),
  version: z.number(),
});
export type ContradictionRefusal = z.output<typeof contradictionRefusal>;
export const contradictionFilter = z.strictObject({ claimId: id().optional() });
export const contradictionList = z.object({
  items: z.array(contradictionView),
  refused: z.array(contradictionRefusal),
});
export type Contradictions = z.output<typeof contradictionList>;
