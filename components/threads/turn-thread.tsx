'use client';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useSend } from '@/components/live/use-send';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { Textarea } from '@/components/ui/textarea';
import { turnedInto, type Thread } from '@/lib/threads/thread';
import { useThreadWrites } from './use-thread-writes';

type Into = (typeof turnedInto)[number];

/** The first thing that was said, as one line to begin with. */
const firstWords = ({ comments }: Thread): string =>
  (comments.find(({ deleted }) => !deleted)?.text ?? '').replace(/^> /gm, '').replace(/\s+/g, ' ').trim().slice(0, 600);

/** Makes a claim or a question of what is talked about here; the thread stays, and each leads to the other. */
export function TurnThread({ thread }: { thread: Thread }) {
  const [into, setInto] = useState<Into | null>(null);
  const offered = turnedInto.filter((one) => !thread.became.some(({ type }) => type === one));
  if (offered.length === 0) return null;
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton size="small" label="More for this thread" icon={<Ellipsis size={14} aria-hidden />} />}
      >
        {offered.map((one) => (
          <MenuItem key={one} onClick={() => setInto(one)}>
            Turn into a {one}…
          </MenuItem>
        ))}
      </Menu>
      {into && <Turning key={into} thread={thread} into={into} onDone={() => setInto(null)} />}
    </>
  );
}

function Turning({ thread, into, onDone }: { thread: Thread; into: Into; onDone: () => void }) {
  const writes = useThreadWrites();
  const [text, setText] = useState(() => firstWords(thread));
  const { busy, problem, send } = useSend();
  async function turn() {
    if (await send(() => writes.turn(thread, into, text).then(() => true))) onDone();
  }
  return (
    <DialogForm
      onClose={onDone}
      size="small"
      title={`Turn into a ${into}`}
      description={`The thread stays as it is. It leads to the ${into}, and the ${into} to it.`}
      submitLabel={into === 'claim' ? 'Make the claim' : 'Ask the question'}
      onSubmit={() => void turn()}
      submitDisabled={text.trim() === ''}
      busy={busy}
      problem={problem}
    >
      <Field label={into === 'claim' ? 'What is claimed' : 'What is asked'}>
        <Textarea value={text} maxLength={600} onChange={(event) => setText(event.target.value)} />
      </Field>
    </DialogForm>
  );
}
