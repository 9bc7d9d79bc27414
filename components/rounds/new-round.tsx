'use client';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { blankRound, bodyOf, missingIn } from './round-draft';
import { RoundFields } from './round-fields';
import { useRoundWrites } from './use-round-writes';

/** Opens the form for a round. What was chosen stays in it until it is opened, also when it is closed meanwhile. */
export function NewRound({ projectId }: { projectId: string }) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(blankRound);
  const { busy, problem, send } = useSend();
  const { may } = useHere(projectId);
  const writes = useRoundWrites();
  const router = useRouter();
  if (may('round.open') !== true) return null;
  const missing = missingIn(draft);
  async function save() {
    const round = await send(() => writes.open(projectId, bodyOf(draft)));
    if (!round) return;
    setDraft(blankRound);
    setOpen(false);
    router.push(`/projects/${projectId}/rounds/${round.id}`);
  }
  return (
    <>
      <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen(true)}>
        New round
      </Button>
      <DialogForm
        open={open}
        onClose={() => setOpen(false)}
        title="New round"
        submitLabel={draft.blind ? 'Open blind round' : 'Open round'}
        onSubmit={() => void save()}
        submitDisabled={missing !== null}
        missing={missing}
        busy={busy}
        problem={problem}
      >
        <RoundFields projectId={projectId} draft={draft} onChange={setDraft} />
      </DialogForm>
    </>
  );
}
