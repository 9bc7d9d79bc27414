'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useSend } from '@/components/live/use-send';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Claim } from '@/lib/claims/claim';
import { wordsFor } from '@/lib/questions/asked';
import { answerOf, blankAnswer } from './answer-draft';
import { AnswerFields } from './answer-fields';
import { useQuestionWrites } from './use-question-writes';

/** Another answer than this claim: the question that both answer is made with it, in one step. */
export function StartQuestion({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const { subject, predicate } = claim.structure;
  const [text, setText] = useState(subject && predicate ? wordsFor({ subject, predicate }) : '');
  const [draft, setDraft] = useState(blankAnswer);
  const { busy, problem, send } = useSend();
  const { ask } = useQuestionWrites();
  const router = useRouter();
  const { projectId } = claim;
  const answer = answerOf(draft);
  async function submit() {
    if (!answer) return;
    const asked = await send(() => ask(projectId, { text, answers: [{ claimId: claim.id }, answer] }));
    if (asked) router.push(`/projects/${projectId}/questions/${asked.id}`);
  }
  return (
    <DialogForm
      onClose={onClose}
      title="Another answer"
      description={`Beside “${claim.statement}”`}
      submitLabel="Ask"
      onSubmit={() => void submit()}
      submitDisabled={!answer || !text.trim()}
      busy={busy}
      problem={problem}
    >
      <Field
        label="The question that both answer"
        hint="As somebody would ask it: “When was it founded?”"
        error={problem?.field('text')}
      >
        <Input value={text} onValueChange={setText} maxLength={600} autoComplete="off" />
      </Field>
      <AnswerFields projectId={projectId} draft={draft} onChange={setDraft} except={[claim.id]} />
    </DialogForm>
  );
}
