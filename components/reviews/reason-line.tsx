'use client';
import { useState } from 'react';
import { oneLine } from '@/components/highlights/choices';
import { lastReasons, rememberReason } from '@/components/highlights/last-reasons';
import { PickField, type PickLine } from '@/components/highlights/pick-field';
import { Button } from '@/components/ui/button';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { useKeys } from '@/components/ui/use-keys';

interface ReasonLineProps {
  /** The question. */
  label: string;
  verb: string;
  /** A reason at hand: Enter gives it where nothing is typed. */
  suggested?: string;
  busy: boolean;
  /** Answers whether it was taken; if not, the words stay. */
  onGive: (reason: string) => Promise<boolean>;
  onLeave: () => void;
}

/** Why, in one line; the last reasons given are offered. It becomes the first comment of the tag's thread. */
export function ReasonLine({ label, verb, suggested, busy, onGive, onLeave }: ReasonLineProps) {
  const [typed, setTyped] = useState('');
  const [offered] = useState(lastReasons);
  const reason = oneLine(typed);
  const lines: PickLine[] = [
    ...(reason ? [{ key: 'typed', label: reason, detail: '' }] : []),
    ...(suggested && !reason ? [{ key: 'suggested', label: suggested, detail: 'suggested' }] : []),
    ...offered
      .filter((one) => one !== reason && one !== suggested && one.toLowerCase().includes(reason.toLowerCase()))
      .map((one) => ({ key: one, label: one, detail: 'given before' })),
  ];

  const first = reason || suggested || '';
  async function give(words: string) {
    if (busy || !words) return;
    if (await onGive(words)) rememberReason(words);
  }
  useKeys('Reason', [{ id: 'reason.leave', key: 'escape', label: 'One step out', whileTyping: true, run: onLeave }]);

  return (
    <div role="group" aria-label={label} className="flex flex-col gap-2">
      <KeyBarrier />
      <p className="font-medium">{label}</p>
      <PickField
        scope="Reason: lines"
        label={label}
        placeholder="In one line; it opens a thread on the tag"
        typed={typed}
        onTyped={setTyped}
        lines={lines}
        first={0}
        mark={() => null}
        onTake={(line) => void give(line.label)}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" shortcut="enter" busy={busy} disabled={!first} onClick={() => void give(first)}>
          {verb}
        </Button>
        <Button variant="quiet" shortcut="escape" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
