'use client';
import { DialogForm } from '@/components/live/dialog-form';
import { BothTexts } from '@/components/live/both-texts';
import { useEditing } from '@/components/live/use-editing';
import { useRead } from '@/components/live/use-read';
import type { Question } from '@/lib/questions/question';
import { questionForm } from './question-draft';
import { QuestionFields } from './question-fields';
import { useQuestionWrites } from './use-question-writes';

/** Changes what is asked. When somebody else changed the same meanwhile, both texts are shown, and one or both are kept. */
export function EditQuestion({ question, onClose }: { question: Question; onClose: () => void }) {
  const { data } = useRead('listMembers', { projectId: question.projectId });
  const { save: write } = useQuestionWrites();
  const { draft, change, save, busy, problem, conflict } = useEditing({
    of: question,
    form: questionForm,
    write: (body, on) => write(on, body),
    onClose,
    nameOf: (id) => data?.items.find(({ userId }) => userId === id)?.name ?? 'somebody',
  });
  return (
    <DialogForm
      onClose={onClose}
      title="Edit the question"
      submitLabel="Save"
      onSubmit={save}
      submitDisabled={!draft.text.trim() || conflict !== null}
      busy={busy}
      problem={problem}
    >
      {conflict && <BothTexts {...conflict} />}
      <QuestionFields projectId={question.projectId} draft={draft} onChange={change} problem={problem} />
    </DialogForm>
  );
}
