'use client';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { Kind, Thing } from '@/lib/merges/merge';
import { Side } from './side';
import { useMergeWrites } from './use-merge-writes';

export type Verdict = 'merge' | 'different' | 'maybe';
export interface Pair {
  readonly things: readonly [Thing, Thing];
  readonly reasons: readonly string[];
}

interface PairDialogProps {
  kind: Kind;
  pair: Pair;
  verdict: Verdict;
  onClose: () => void;
  onDone?: (survivorId: string) => void;
}

const titles: Record<Verdict, string> = {
  merge: 'Merge these two?',
  different: 'Not the same?',
  maybe: 'May be the same?',
};
const follows: Record<Verdict, string> = {
  merge:
    'Nothing is moved: both are read as the one that you keep. It can be undone at any time, with everything back.',
  different: 'It is remembered and shown to whoever would merge the two.',
  maybe: 'It is shown on both. Counts stay apart.',
};
const labels: Record<Verdict, string> = { merge: 'Merge', different: 'Not the same', maybe: 'May be the same' };

/** Both sides with their words, and why: what is decided of two is decided with a reason. */
export function PairDialog({ kind, pair: { things, reasons }, verdict, onClose, onDone }: PairDialogProps) {
  const writes = useMergeWrites(kind);
  const { busy, problem, send } = useSend();
  const [kept, setKept] = useState(things[0].id);
  const [reason, setReason] = useState('');
  const [one, other] = things;

  async function decide() {
    const rest = kept === one.id ? other.id : one.id;
    const done = await send<unknown>(() =>
      verdict === 'merge'
        ? writes.merge(kept, rest, reason.trim())
        : writes.tellApart(one.id, other.id, verdict, reason.trim()),
    );
    if (!done) return;
    onClose();
    onDone?.(verdict === 'merge' ? kept : one.id);
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={titles[verdict]}
      description={follows[verdict]}
      size="large"
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() && !busy) void decide();
        }}
      >
        <Refusal problem={problem} />
        <Sides kind={kind} things={things} kept={verdict === 'merge' ? kept : null} onKeep={setKept} />
        {reasons.length > 0 && (
          <ul aria-label="Why they may be one" className="list-disc pl-5 text-sm text-muted">
            {reasons.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        )}
        <Field label="Why" hint="One line; it stays with the decision.">
          <Textarea value={reason} onChange={(event) => setReason(event.target.value)} rows={2} maxLength={1000} />
        </Field>
        <div className="flex justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={busy} disabled={!reason.trim()}>
            {labels[verdict]}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface SidesProps {
  kind: Kind;
  things: readonly [Thing, Thing];
  /** Which of the two is kept; null where both are. */
  kept: string | null;
  onKeep: (id: string) => void;
}

function Sides({ kind, things, kept, onKeep }: SidesProps) {
  const look = 'min-w-0 rounded-sm border border-line p-3';
  if (kept === null)
    return (
      <div className="grid gap-3 sm:grid-cols-2">
        {things.map((thing) => (
          <section key={thing.id} aria-label={thing.label} className={look}>
            <h3 className="mb-1 font-semibold wrap-anywhere">{thing.label}</h3>
            <Side kind={kind} thing={thing} />
          </section>
        ))}
      </div>
    );
  return (
    <RadioGroup
      aria-label="Which one is kept"
      value={kept}
      onValueChange={(id) => onKeep(id as string)}
      className="grid gap-3 sm:grid-cols-2"
    >
      {things.map((thing) => (
        <label key={thing.id} className={`${look} cursor-pointer hover:bg-hover has-data-checked:border-accent`}>
          <span className="mb-1 flex items-start gap-2">
            <Radio.Root
              value={thing.id}
              aria-label={`Keep “${thing.label}”`}
              className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-edge bg-paper data-checked:border-accent"
            >
              <Radio.Indicator className="size-2 rounded-full bg-accent forced-colors:bg-[Highlight]" />
            </Radio.Root>
            <span className="min-w-0 flex-1 font-semibold wrap-anywhere">{thing.label}</span>
            <span className="text-sm text-faint">{kept === thing.id ? 'kept' : 'read as the other'}</span>
          </span>
          <Side kind={kind} thing={thing} />
        </label>
      ))}
    </RadioGroup>
  );
}
