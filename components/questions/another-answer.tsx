'use client';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useSend } from '@/components/live/use-send';
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
    <DialogForm
      onClose={onClose}
      title="Another answer"
      description={question.text}
      submitLabel="Add answer"
      onSubmit={() => void submit()}
      submitDisabled={!body}
      busy={busy}
      problem={problem}
    >
      <AnswerFields
        projectId={question.projectId}
        draft={draft}
        onChange={setDraft}
        except={question.answers.map(({ claimId }) => claimId)}
      />
    </DialogForm>
  );
}
