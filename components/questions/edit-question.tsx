'use client';
import { BothTexts } from '@/components/live/both-texts';
import { Refusal } from '@/components/live/refusal';
import { useEditing } from '@/components/live/use-editing';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
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
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Edit the question"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={busy} disabled={!draft.text.trim() || conflict !== null} onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Refusal problem={problem} />
        {conflict && <BothTexts {...conflict} />}
        <QuestionFields projectId={question.projectId} draft={draft} onChange={change} problem={problem} />
      </div>
    </Dialog>
  );
}
