'use client';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { Who } from '@/lib/permissions';
import type { Thread } from '@/lib/threads/thread';
import { useThreadWrites } from './use-thread-writes';

interface PositionsProps {
  thread: Thread;
  me: Who | null;
}

/** What each side holds, side by side; who was put into somebody else's words can word it themselves. */
export function Positions({ thread, me }: PositionsProps) {
  const [wording, setWording] = useState(false);
  const positions = thread.outcome?.positions ?? [];
  if (positions.length === 0) return null;
  return (
    <dl className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
      {positions.map(({ holder, text, by }) => (
        <div key={holder.id} className="border-s-2 border-line ps-2.5">
          <dt className="text-sm text-muted">
            {holder.name} holds{by.id !== holder.id && `, as ${by.name} put it`}
          </dt>
          <dd className="text-ink wrap-anywhere">{text}</dd>
          {holder.id === me?.userId && (
            <dd>
              <Button size="small" variant="quiet" className="-ms-2" onClick={() => setWording(true)}>
                {by.id === holder.id ? 'Word it anew' : 'Put it in your own words'}
              </Button>
              {wording && <WordIt thread={thread} before={text} onDone={() => setWording(false)} />}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function WordIt({ thread, before, onDone }: { thread: Thread; before: string; onDone: () => void }) {
  const writes = useThreadWrites();
  const [text, setText] = useState(before);
  const { busy, problem, send } = useSend();
  async function save() {
    if (await send(() => writes.sayPosition(thread, text).then(() => true))) onDone();
  }
  return (
    <DialogForm
      onClose={onDone}
      size="small"
      title="What you hold"
      submitLabel="Put it on record"
      onSubmit={() => void save()}
      submitDisabled={text.trim() === ''}
      busy={busy}
      problem={problem}
    >
      <Field label="Your position, in a sentence">
        <Textarea value={text} maxLength={600} onChange={(event) => setText(event.target.value)} />
      </Field>
    </DialogForm>
  );
}
