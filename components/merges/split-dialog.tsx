'use client';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useSend } from '@/components/live/use-send';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Entity } from '@/lib/entities/entity';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { useMergeWrites } from './use-merge-writes';

interface SplitDialogProps {
  entity: Entity;
  mentions: readonly QuotedTag[];
  onClose: () => void;
}

/** Picks the mentions that were of somebody else, and names that one. */
export function SplitDialog({ entity, mentions, onClose }: SplitDialogProps) {
  const writes = useMergeWrites('entity');
  const { busy, problem, send } = useSend();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const ready = picked.size > 0 && name.trim() && reason.trim();
  function pick(id: string, on: boolean) {
    const next = new Set(picked);
    if (on) next.add(id);
    else next.delete(id);
    setPicked(next);
  }
  async function split() {
    const input = { tagIds: [...picked], name: name.trim(), reason: reason.trim() };
    if (await send(() => writes.split(entity.id, input))) onClose();
  }
  return (
    <DialogForm
      onClose={onClose}
      title={`Split mentions off “${entity.name}”`}
      description="Those that you pick become an entity of their own. Verdicts on them are asked for anew."
      submitLabel={picked.size === 1 ? 'Split off 1 mention' : `Split off ${picked.size} mentions`}
      onSubmit={() => void split()}
      submitDisabled={!ready}
      busy={busy}
      problem={problem}
    >
      <Field label="Name of the other one" error={problem?.field('name')}>
        <Input value={name} onValueChange={setName} maxLength={300} autoComplete="off" />
      </Field>
      <Field label="Why">
        <Input value={reason} onValueChange={setReason} maxLength={1000} autoComplete="off" />
      </Field>
      <ul aria-label="Mentions" className="flex flex-col">
        {mentions.map((tag) => (
          <li key={tag.id} className="border-b border-line py-1.5">
            <Checkbox checked={picked.has(tag.id)} onCheckedChange={(on) => pick(tag.id, on)}>
              <span className="min-w-0 wrap-anywhere">
                <span lang={tag.article.language ?? ''} className="quoted">
                  {tag.highlight.quote}
                </span>{' '}
                <span className="text-sm text-muted">{tag.article.title}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </DialogForm>
  );
}
