'use client';
import { useEffect, useRef, useState } from 'react';
import { oneLine } from '@/components/highlights/choices';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { useKeys } from '@/components/ui/use-keys';
import type { Tag } from '@/lib/highlights/highlight';
import { FixFields } from './fix-fields';
import { fixOf, proposalOf } from './proposal';
import type { Judgement } from './review-writes';

interface FixFormProps {
  projectId: string;
  tag: Tag;
  busy: boolean;
  /** Answers whether it was taken; if not, everything stays. */
  onGive: (judgement: Judgement) => Promise<boolean>;
  onLeave: () => void;
}

/** A fix proposed to the author, who stays the author and takes it or not. */
export function FixForm({ projectId, tag, busy, onGive, onLeave }: FixFormProps) {
  const [fix, setFix] = useState(() => fixOf(tag));
  const [typed, setTyped] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('button, input')?.focus(), []);
  const proposal = proposalOf(tag, fix);
  const same = Object.keys(proposal).length === 0;
  const reason = oneLine(typed);

  function send() {
    if (!busy && !same) void onGive({ verdict: 'needs-work', proposal, ...(reason ? { reason } : {}) });
  }
  useKeys('Propose a fix', [
    { id: 'fix.send', key: 'mod+enter', label: 'Send the proposal', run: send },
    { id: 'fix.leave', key: 'escape', label: 'One step out', whileTyping: true, run: onLeave },
  ]);

  return (
    <form
      ref={form}
      aria-label="Propose a fix"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <KeyBarrier />
      <p className="text-muted">
        {tag.author.name} stays the author and takes your proposal over, or not. How sure they are is theirs to say.
      </p>
      <FixFields projectId={projectId} fix={fix} onChange={setFix} />
      <Field label="Why" optional>
        <Input value={typed} maxLength={2000} onValueChange={setTyped} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" shortcut="mod+enter" busy={busy} disabled={same}>
          Send proposal
        </Button>
        <Button variant="quiet" shortcut="escape" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
