'use client';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { InputOf, Problem } from '@/lib/api/client';
import type { Claim } from '@/lib/claims/claim';
import { changeOf, draftOf } from './claim-draft';
import { ClaimFields } from './claim-fields';

export type ProposedWording = NonNullable<InputOf<'reviewClaim'>['proposal']>;

interface ProposeWordingProps {
  claim: Claim;
  busy: boolean;
  problem: Problem | null;
  onSend: (proposal: ProposedWording, reason: string | undefined) => void;
  onClose: () => void;
}

/** Another wording, put together by a reviewer: the claim goes back with it, and its author takes it over or not. */
export function ProposeWording({ claim, busy, problem, onSend, onClose }: ProposeWordingProps) {
  const [draft, setDraft] = useState(() => draftOf(claim));
  const [reason, setReason] = useState('');
  const proposal = changeOf(draftOf(claim), draft);
  const same = Object.keys(proposal).length === 0 || !draft.statement.trim();
  return (
    <DialogForm
      onClose={onClose}
      title="Propose another wording"
      description={`The claim goes back to ${claim.writer.name}, who takes your wording over or says why not. You do not become its author, and may approve it then.`}
      submitLabel="Send back with it"
      onSubmit={() => onSend(proposal, reason.trim() || undefined)}
      submitDisabled={same}
      busy={busy}
      problem={problem}
    >
      <ClaimFields
        projectId={claim.projectId}
        draft={draft}
        onChange={setDraft}
        problem={problem}
        exceptId={claim.id}
      />
      <Field label="Why" optional hint="Opens a thread on the claim, where others can answer.">
        <Input value={reason} onValueChange={setReason} maxLength={2000} autoComplete="off" />
      </Field>
    </DialogForm>
  );
}
