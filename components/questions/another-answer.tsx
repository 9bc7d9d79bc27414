'use client';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Question } from '@/lib/questions/question';
import { AnswerFields } from './answer-fields';
import { answerOf, blankAnswer } from './answer-draft';
import { useAnswerWrites } from './use-answer-writes';

/** Another answer to a question that there is: a claim that exists, or a new one. */
export function AnotherAnswer({ question, onClose }: { question: Question; onClose: () => void }) {
  const [draft, setDraft] = useState(blankAnswer);
  const { busy, problem, send } = useSend();
  const { answer } = useAnswerWrites();
  const body = answerOf(draft);
  const submit = async () => {
    if (body && (await send(() => answer(question, body)))) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Another answer"
      description={question.text}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={busy} disabled={!body} onClick={() => void submit()}>
            Add answer
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Refusal problem={problem} />
        <AnswerFields
          projectId={question.projectId}
          draft={draft}
          onChange={setDraft}
          except={question.answers.map(({ claimId }) => claimId)}
        />
      </div>
    </Dialog>
  );
}
