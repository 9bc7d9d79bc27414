'use client';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Problem } from '@/lib/api/client';

interface ReasonDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What happens to the claim then. */
  description: string;
  confirmLabel: string;
  danger?: boolean;
  busy: boolean;
  /** Why the server refused; the words stay for another try. */
  problem: Problem | null;
  onConfirm: (reason: string) => Promise<void>;
}

/** Asks why, in one line. The reason becomes the first comment of a thread on the claim. */
export function ReasonDialog({ onConfirm, problem, ...dialog }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <DialogConfirm {...dialog} onConfirm={() => void onConfirm(reason.trim())} confirmDisabled={!reason.trim()}>
      <Refusal problem={problem} />
      <Field label="Why, in one line" hint="Opens a thread on the claim, where others can answer.">
        <Input value={reason} onValueChange={setReason} maxLength={2000} autoComplete="off" />
      </Field>
    </DialogConfirm>
  );
}
