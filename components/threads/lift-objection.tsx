'use client';
import { useState } from 'react';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { Problem } from '@/lib/api/client';
import type { Comment } from '@/lib/threads/thread';
import { useThreadWrites } from './use-thread-writes';

interface LiftObjectionProps {
  comment: Comment;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** A lead lifts somebody's objection: with a reason, and it stays on record as dissent. */
export function LiftObjection({ comment, open, onOpenChange }: LiftObjectionProps) {
  const writes = useThreadWrites();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function lift() {
    setBusy(true);
    setProblem(null);
    try {
      await writes.lift(comment, reason);
      onOpenChange(false);
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : 'Nothing was changed. Try again.');
    }
    setBusy(false);
  }

  return (
    <DialogConfirm
      open={open}
      onOpenChange={onOpenChange}
      title={`Lift the objection of ${comment.author.name}?`}
      description="It no longer blocks approval. Its words stay, and every export prints them as dissent, with your name and reason."
      confirmLabel="Lift objection"
      confirmDisabled={reason.trim() === ''}
      busy={busy}
      onConfirm={() => void lift()}
    >
      <Field label="Reason" error={problem}>
        <Textarea value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </DialogConfirm>
  );
}
