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

type Body = ReturnType<typeof bodyOf>;
const fieldsOf = (body: object) => Object.keys(body) as (keyof Body)[];

/** What of a question the form changes. */
export function changeOf(before: QuestionDraft, after: QuestionDraft): Partial<Body> {
  const [old, young] = [bodyOf(before), bodyOf(after)];
  return Object.fromEntries(
    fieldsOf(young).flatMap((name) => (old[name] === young[name] ? [] : [[name, young[name]]])),
  );
}

/** Whether what the form changes is, in the question as it is now, still as it was when the form was opened. */
export const mayResend = (change: Partial<Body>, before: QuestionDraft, now: QuestionDraft): boolean =>
  fieldsOf(change).every((name) => bodyOf(before)[name] === bodyOf(now)[name]);

/** Their version with my changes on top: what “save mine” would leave. */
export function merged(before: QuestionDraft, mine: QuestionDraft, theirs: QuestionDraft): QuestionDraft {
  const changed = (Object.keys(mine) as (keyof QuestionDraft)[]).filter((name) => before[name] !== mine[name]);
  return { ...theirs, ...Object.fromEntries(changed.map((name) => [name, mine[name]])) };
}

/** The parts that two drafts say differently, in words; blank is the empty string. `nameOf` is whom an id means. */
export function differences(before: QuestionDraft, after: QuestionDraft, nameOf: (id: string) => string) {
  const parts: [string, (draft: QuestionDraft) => string][] = [
    ['Question', ({ text }) => text],
    ['Looked after by', ({ assigneeId }) => assigneeId && nameOf(assigneeId)],
    ['Due', ({ dueOn }) => dueOn],
    ['Only one can be true', ({ exclusive }) => (exclusive ? 'yes' : 'no')],
  ];
  return parts
    .map(([part, reads]) => ({ part, before: reads(before), after: reads(after) }))
    .filter((one) => one.before !== one.after);
}
