'use client';
import { useId, type ReactNode } from 'react';
import { Kbd } from './kbd';

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value | null;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; shortcut?: string }[];
  disabled?: boolean;
}

/** One of two to five, all in view: a stance, a view, a verdict. The browser’s own choice, which lies over its words. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, onValueChange, options, disabled } = props;
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className="inline-flex rounded-sm border border-edge/45 bg-paper p-px">
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex h-6 items-center gap-1.5 rounded-sm px-2 text-sm text-muted select-none hover:text-ink has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-disabled:opacity-50 touch forced-colors:has-checked:outline-2"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={disabled}
            onChange={() => onValueChange(option.value)}
            className="absolute inset-0 size-full appearance-none rounded-sm"
          />
          {option.label}
          {option.shortcut ? <Kbd keys={option.shortcut} /> : null}
        </label>
      ))}
    </div>
  );
}
