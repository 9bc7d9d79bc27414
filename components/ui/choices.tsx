'use client';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';

interface ChoicesProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: string; hint: string }[];
}

/** One of a few, each with a sentence that says what it means. */
export function Choices<Value extends string>({ label, value, onValueChange, options }: ChoicesProps<Value>) {
  const id = useId();
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => onValueChange(next as Value)}
      className="flex flex-col"
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="flex cursor-pointer gap-2.5 rounded-sm px-2 py-2 hover:bg-hover has-data-checked:bg-accent-soft pointer-coarse:py-3"
        >
          <Radio.Root
            value={option.value}
            aria-labelledby={`${id}-${option.value}`}
            aria-describedby={`${id}-${option.value}-hint`}
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-edge bg-paper data-checked:border-accent"
          >
            <Radio.Indicator className="size-2 rounded-full bg-accent forced-colors:bg-[Highlight]" />
          </Radio.Root>
          <span className="min-w-0">
            <span id={`${id}-${option.value}`} className="block font-medium">
              {option.label}
            </span>
            <span id={`${id}-${option.value}-hint`} className="block text-sm text-muted">
              {option.hint}
            </span>
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}
