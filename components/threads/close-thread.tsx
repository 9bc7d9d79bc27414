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
import type { Person } from '@/lib/core/words';
import type { Thread } from '@/lib/threads/thread';
import { openObjections } from './arrivals';
import { useThreadWrites } from './use-thread-writes';

type Outcome = NonNullable<Thread['outcome']>['kind'];

const ways: Record<Outcome, { verb: string; title: string; means: string }> = {
  settled: { verb: 'Settle', title: 'Settle this thread?', means: 'It is answered: say how.' },
  'agreed-to-differ': {
    verb: 'Agree to differ',
    title: 'Agree to differ?',
    means: 'What each side holds stays on record. Whoever you word it for can put it in their own words.',
  },
  withdrawn: { verb: 'Withdraw', title: 'Withdraw this thread?', means: 'It was not meant, or no longer matters.' },
};

/** Who took part, oneself first: those who may hold something here. */
function sidesOf({ comments }: Thread, me: Props['me']): Person[] {
  const authors = comments.filter(({ deleted }) => !deleted).map(({ author }) => author);
  const people = [
    ...new Map([...(me ? [{ id: me.userId, name: me.name }] : []), ...authors].map((one) => [one.id, one])).values(),
  ];
  return people.slice(0, 8);
}

interface Props {
  thread: Thread;
  me: { userId: string; name: string } | null;
  /** Whoever started the thread, and leads, may withdraw it. */
  mayWithdraw: boolean;
}

/** Closes a thread with its outcome. */
export function CloseThread({ thread, me, mayWithdraw }: Props) {
  const writes = useThreadWrites();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const [held, setHeld] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const offered = (Object.keys(ways) as Outcome[]).filter((one) => one !== 'withdrawn' || mayWithdraw);
  const sides = sidesOf(thread, me);
  const missing = outcome === 'agreed-to-differ' && sides.filter(({ id }) => held[id]?.trim()).length < 2;
  const blocking = openObjections(thread).length;

  async function close() {
    if (!outcome) return;
    setBusy(true);
    setProblem(null);
    try {
      const positions = sides.map(({ id }) => ({ holderId: id, text: (held[id] ?? '').trim() }));
      const differ = outcome === 'agreed-to-differ';
      await writes.close(thread, {
        outcome,
        note,
        ...(differ ? { positions: positions.filter(({ text }) => text) } : {}),
      });
      setOutcome(null);
      setNote('');
      setHeld({});
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
        {outcome === 'agreed-to-differ' && <Sides sides={sides} meId={me?.userId} held={held} onChange={setHeld} />}
        <Field label={outcome === 'settled' ? 'Settled as' : 'What came of it'} optional error={problem}>
          <Textarea value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {missing && <p className="mt-2 text-muted">Two positions at least, each in a sentence.</p>}
      </DialogConfirm>
    </>
  );
}

interface SidesProps {
  sides: Person[];
  meId: string | undefined;
  held: Record<string, string>;
  onChange: (held: Record<string, string>) => void;
}

/** A sentence for each side, oneself first. */
const Sides = ({ sides, meId, held, onChange }: SidesProps) =>
  sides.map(({ id, name }) => (
    <Field key={id} label={id === meId ? 'What you hold' : `What ${name} holds`} className="mb-3">
      <Textarea
        rows={2}
        value={held[id] ?? ''}
        maxLength={600}
        onChange={(event) => onChange({ ...held, [id]: event.target.value })}
      />
    </Field>
  ));
