'use client';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value | null;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; shortcut?: string }[];
  disabled?: boolean;
}

/** One of two to five, all in view: a stance, a view, a verdict. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, onValueChange, options, disabled } = props;
  return (
    <RadioGroup
      aria-label={label}
      value={value ?? ''}
      disabled={disabled}
      onValueChange={(next) => onValueChange(next as Value)}
      className="inline-flex rounded-sm border border-edge/45 bg-paper p-px"
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          className="inline-flex h-6 items-center gap-1.5 rounded-sm px-2 text-sm text-muted select-none hover:text-ink data-checked:bg-accent-soft data-checked:font-medium data-checked:text-accent data-disabled:opacity-50 touch forced-colors:data-checked:outline-2"
        >
          {option.label}
          {option.shortcut ? <Kbd keys={option.shortcut} /> : null}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
