'use client';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { likelihoodBands, type Band } from '@/lib/claims/likelihood';

interface LikelihoodScaleProps {
  value: Band | null;
  onValueChange: (band: Band) => void;
}

/** The seven words of ICD 203, least first, each with its range. */
export function LikelihoodScale({ value, onValueChange }: LikelihoodScaleProps) {
  return (
    <RadioGroup
      aria-label="How likely is it true?"
      value={value ?? ''}
      onValueChange={(next) => onValueChange(next as Band)}
      className="grid overflow-hidden rounded-sm border border-edge/45 bg-paper @2xl:grid-cols-7"
    >
      {likelihoodBands.map(({ id, words, synonym, from, to }) => (
        <Radio.Root
          key={id}
          value={id}
          title={synonym}
          className="flex min-h-7 items-center justify-between gap-2 border-line px-2 py-1 text-start text-sm text-muted -outline-offset-2 select-none not-first:border-t hover:bg-hover hover:text-ink data-checked:bg-accent-soft data-checked:font-medium data-checked:text-accent pointer-coarse:min-h-11 @2xl:flex-col @2xl:justify-start @2xl:gap-0.5 @2xl:text-center @2xl:not-first:border-s @2xl:not-first:border-t-0 forced-colors:data-checked:outline-2"
        >
          <span className="text-balance">{words}</span>
          <span className="text-xs font-normal whitespace-nowrap @2xl:mt-auto">
            {from}–{to} %
          </span>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
