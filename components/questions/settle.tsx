'use client';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useSend } from '@/components/live/use-send';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { QuestionPage } from '@/lib/questions/question';
import { useVerdictWrites } from './use-verdict-writes';

/** Settles the question for one of its answers, or for none, with a reason. */
export function Settle({ question, onClose }: { question: QuestionPage; onClose: () => void }) {
  const [claimId, setClaimId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { busy, problem, send } = useSend();
  const { settle } = useVerdictWrites();
  const submit = async () => {
    const body = { claimId: claimId === 'none' ? null : claimId, reason };
    if (await send(() => settle(question, body))) onClose();
  };
  const answers = question.answers.map(({ claimId: value, statement }) => ({ value, label: statement }));
  return (
    <DialogForm
      onClose={onClose}
      title="Settle the question?"
      description="It stays settled until somebody reopens it, or an answer is cited anew."
      submitLabel="Settle"
      onSubmit={() => void submit()}
      submitDisabled={claimId === null || !reason.trim()}
      busy={busy}
      problem={problem}
    >
      <Field label="The answer that stands">
        <Select
          value={claimId}
          onValueChange={setClaimId}
          options={[...answers, { value: 'none', label: 'None of them' }]}
          className="w-full"
        />
      </Field>
      <Field label="Why" error={problem?.field('reason')}>
        <Textarea value={reason} onChange={(event) => setReason(event.target.value)} rows={3} maxLength={2000} />
      </Field>
    </DialogForm>
  );
}
