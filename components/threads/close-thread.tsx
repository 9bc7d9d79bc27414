'use client';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { Field } from '@/components/ui/field';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { Textarea } from '@/components/ui/textarea';
import { Problem } from '@/lib/api/client';
import type { Thread } from '@/lib/threads/thread';
import { openObjections } from './arrivals';
import { useThreadWrites } from './use-thread-writes';

type Outcome = NonNullable<Thread['outcome']>['kind'];

const ways: Record<Outcome, { verb: string; title: string; means: string }> = {
  settled: { verb: 'Settle', title: 'Settle this thread?', means: 'The question is answered.' },
  'agreed-to-differ': {
    verb: 'Agree to differ',
    title: 'Agree to differ?',
    means: 'Both views stay on record, side by side.',
  },
  withdrawn: { verb: 'Withdraw', title: 'Withdraw this thread?', means: 'It was not meant, or no longer matters.' },
};

interface CloseThreadProps {
  thread: Thread;
  /** Whoever started the thread, and leads, may withdraw it. */
  mayWithdraw: boolean;
}

/** Closes a thread with its outcome. */
export function CloseThread({ thread, mayWithdraw }: CloseThreadProps) {
  const writes = useThreadWrites();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const offered = (Object.keys(ways) as Outcome[]).filter((one) => one !== 'withdrawn' || mayWithdraw);
  const blocking = openObjections(thread).length;

  async function close() {
    if (!outcome) return;
    setBusy(true);
    setProblem(null);
    try {
      await writes.close(thread, outcome, note);
      setOutcome(null);
      setNote('');
    } catch (error) {
      const moved = error instanceof Problem && error.code === 'stale';
      const words = error instanceof Problem ? error.message : 'Nothing was changed. Try again.';
      setProblem(moved ? 'Somebody wrote here meanwhile. Look at it, then close the thread if it still fits.' : words);
    }
    setBusy(false);
  }

  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button size="small" variant="quiet">
            Close thread <ChevronDown size={12} aria-hidden />
          </Button>
        }
      >
        {offered.map((one) => (
          <MenuItem key={one} onClick={() => setOutcome(one)}>
            {ways[one].verb}
          </MenuItem>
        ))}
      </Menu>
      <DialogConfirm
        open={outcome !== null}
        onOpenChange={(open) => !open && setOutcome(null)}
        title={outcome ? ways[outcome].title : ''}
        description={
          <>
            {outcome && ways[outcome].means} The thread can be reopened.
            {blocking > 0 && ' Its open objection goes on blocking approval: closing a thread does not lift it.'}
          </>
        }
        confirmLabel={outcome ? ways[outcome].verb : ''}
        busy={busy}
        onConfirm={() => void close()}
      >
        <Field label="What came of it" optional error={problem}>
          <Textarea value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </DialogConfirm>
    </>
  );
}
