'use client';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Question } from '@/lib/questions/question';
import { bodyOf, draftOf } from './question-draft';
import { QuestionFields } from './question-fields';
import { useQuestionWrites } from './use-question-writes';

/** Changes what is asked. When somebody else changed it meanwhile, what was typed stays, and saving again is on theirs. */
export function EditQuestion({ question, onClose }: { question: Question; onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(question));
  const { busy, problem, send } = useSend();
  const { save } = useQuestionWrites();
  const submit = async () => {
    if (await send(() => save(question, bodyOf(draft)))) onClose();
  };
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
          <Button variant="primary" busy={busy} disabled={!draft.text.trim()} onClick={() => void submit()}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Refusal problem={problem} />
        <QuestionFields projectId={question.projectId} draft={draft} onChange={setDraft} problem={problem} />
      </div>
    </Dialog>
  );
}
