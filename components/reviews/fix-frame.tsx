'use client';
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { useKeys } from '@/components/ui/use-keys';

interface FixFrameProps {
  title: string;
  submitLabel: string;
  submitDisabled: boolean;
  busy: boolean;
  onSubmit: () => void;
  onLeave: () => void;
  reason: string;
  onReason: (reason: string) => void;
  reasonHint?: string;
  /** Whose it becomes. */
  note: ReactNode;
  children: ReactNode;
}

/** The form for another tag than the one that is there: what it is to be, why, and its two keys. */
export function FixFrame(props: FixFrameProps) {
  const { title, submitLabel, submitDisabled, busy, onSubmit, onLeave, reason, onReason, reasonHint } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('button, input')?.focus(), []);
  const submit = () => {
    if (!busy && !submitDisabled) onSubmit();
  };
  useKeys(title, [
    { id: 'fix.send', key: 'mod+enter', label: submitLabel, run: submit },
    { id: 'fix.leave', key: 'escape', label: 'One step out', whileTyping: true, run: onLeave },
  ]);
  return (
    <form
      ref={form}
      aria-label={title}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <KeyBarrier />
      <p className="text-muted">{props.note}</p>
      {props.children}
      <Field label="Why" hint={reasonHint} optional>
        <Input value={reason} maxLength={2000} onValueChange={onReason} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" shortcut="mod+enter" busy={busy} disabled={submitDisabled}>
          {submitLabel}
        </Button>
        <Button variant="quiet" shortcut="escape" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
