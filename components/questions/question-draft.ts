import type { Question } from '@/lib/questions/question';

/** A question as its form holds it: blank is an empty string. */
export interface QuestionDraft {
  readonly text: string;
  readonly assigneeId: string;
  readonly dueOn: string;
  readonly exclusive: boolean;
}

export const blankQuestion: QuestionDraft = { text: '', assigneeId: '', dueOn: '', exclusive: true };

export const draftOf = ({ text, assignee, dueOn, exclusive }: Question): QuestionDraft => ({
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
