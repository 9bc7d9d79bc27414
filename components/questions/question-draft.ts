import { formDraft } from '@/components/live/form-draft';
import type { Question } from '@/lib/questions/question';

/** A question as its form holds it: blank is an empty string. */
export interface QuestionDraft {
  readonly text: string;
  readonly assigneeId: string;
  readonly dueOn: string;
  readonly exclusive: boolean;
}

export const blankQuestion: QuestionDraft = { text: '', assigneeId: '', dueOn: '', exclusive: true };

const draftOf = ({ text, assignee, dueOn, exclusive }: Question): QuestionDraft => ({
  text,
  assigneeId: assignee?.id ?? '',
  dueOn: dueOn ?? '',
  exclusive,
});

/** What is sent of a draft. */
export const bodyOf = ({ text, assigneeId, dueOn, exclusive }: QuestionDraft) => ({
  text,
  assigneeId: assigneeId || null,
  dueOn: dueOn || null,
  exclusive,
});

/** A question's form when others may change the question too. */
export const questionForm = formDraft({
  draftOf,
  inputOf: bodyOf,
  parts: [
    { part: 'Question', reads: ({ text }) => text, fields: ['text'] },
    {
      part: 'Looked after by',
      reads: ({ assigneeId }, nameOf) => assigneeId && nameOf(assigneeId),
      fields: ['assigneeId'],
    },
    { part: 'Due', reads: ({ dueOn }) => dueOn, fields: ['dueOn'] },
    { part: 'Only one can be true', reads: ({ exclusive }) => (exclusive ? 'yes' : 'no'), fields: ['exclusive'] },
  ],
});
