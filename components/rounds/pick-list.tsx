'use client';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Skeleton } from '@/components/ui/skeleton';

interface PickListProps {
  /** "Articles" */
  label: string;
  /** Undefined while they are read. */
  options: readonly { id: string; label: string; aside?: ReactNode }[] | undefined;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** What to do where there is nothing to choose from. */
  empty: string;
}

const SEARCHED = 8;

/** Several of a list: found by their words, ticked, counted. */
export function PickList({ label, options, chosen, onChange, empty }: PickListProps) {
  const [typed, setTyped] = useState('');
  if (!options) return <Skeleton lines={3} />;
  if (options.length === 0) return <p className="text-muted">{empty}</p>;
  const words = typed.trim().toLocaleLowerCase();
  const shown = options.filter((option) => option.label.toLocaleLowerCase().includes(words));
  const picked = new Set(chosen);
  const all = shown.length > 0 && shown.every(({ id }) => picked.has(id));
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    onChange([...next]);
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 flex w-full items-baseline gap-2 font-medium">
        {label}
        <span className="text-sm font-normal text-muted tabular-nums">{chosen.length} chosen</span>
      </legend>
      {options.length > SEARCHED ? (
        <div className="mb-1.5 flex gap-2">
          <Input
            type="search"
            aria-label={`Find in ${label.toLowerCase()}`}
            placeholder={`Find in ${label.toLowerCase()}`}
            value={typed}
            maxLength={200}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button
            disabled={shown.length === 0}
            onClick={() =>
              set(
                shown.map(({ id }) => id),
                !all,
              )
            }
          >
            {all ? 'None' : 'All'}
          </Button>
        </div>
      ) : null}
      <ul className="max-h-48 overflow-y-auto rounded-sm border border-line px-2 py-1">
        {shown.map(({ id, label: text, aside }) => (
          <li key={id} className="flex items-center gap-2">
            <Checkbox checked={picked.has(id)} onCheckedChange={(on) => set([id], on)}>
              <span className="wrap-anywhere">{text}</span>
            </Checkbox>
            {aside ? <span className="ml-auto shrink-0 text-sm text-muted">{aside}</span> : null}
          </li>
        ))}
        {shown.length === 0 ? <li className="py-1 text-muted">Nothing here has these words.</li> : null}
      </ul>
    </fieldset>
  );
}
