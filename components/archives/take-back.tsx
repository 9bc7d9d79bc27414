'use client';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import type { Back } from '@/lib/archives/archive';
import { useTakeBack } from './use-take-back';

interface TakeBackProps {
  projectId: string;
  project: string;
  back: Back;
  /** Asks anew how things stand. */
  onStale: () => void;
}

const goes = (since: number): string =>
  since === 0
    ? 'Nothing was done in it since.'
    : `${since === 1 ? 'One thing' : `${since.toLocaleString('en')} things`} that you did in it since will be out of reach with it.`;

/** The way back for whoever brought a project in, as long as nobody else has worked in it. */
export function TakeBack({ projectId, project, back, onStale }: TakeBackProps) {
  const [open, setOpen] = useState(false);
  const { busy, problem, send, dismiss } = useSend();
  const takeBack = useTakeBack();
  if (back.why) return <p className="text-muted">It cannot be taken back: {lower(back.why)}</p>;
  async function take() {
    const done = await send(() => takeBack(projectId, back.head, project));
    if (!done) onStale();
  }
  return (
    <>
      <Button
        className="self-start"
        icon={<Undo2 size={14} aria-hidden />}
        onClick={() => {
          dismiss();
          setOpen(true);
        }}
      >
        Take the project back
      </Button>
      <DialogConfirm
        open={open}
        onOpenChange={setOpen}
        title={`Take “${project}” back?`}
        description={
          <>
            {goes(back.since)} It will be gone for all its members, and its links and webhooks end. Nothing is deleted:
            whoever runs this server can give it back on the command line.
          </>
        }
        confirmLabel="Take it back"
        danger
        busy={busy}
        onConfirm={() => void take()}
      >
        {problem ? <Refusal problem={problem} /> : null}
      </DialogConfirm>
    </>
  );
}

/** A sentence as the rest of one: names keep their letter. */
const lower = (why: string): string => why.replace(/^(Only|A) /, (word) => word.toLowerCase());
