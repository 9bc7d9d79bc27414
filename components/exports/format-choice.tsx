'use client';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import type { ExportFormat } from '@/lib/exports/export-formats';
import { receivers, type FormatWords } from './formats';

interface FormatChoiceProps {
  value: ExportFormat;
  onValueChange: (value: ExportFormat) => void;
  /** Formats that cannot be had now. */
  without?: (format: ExportFormat) => boolean;
}

/** All formats at a glance, by who receives them; what one is for is said below the list when it is chosen. */
export function FormatChoice({ value, onValueChange, without = () => false }: FormatChoiceProps) {
  const id = useId();
  return (
    <RadioGroup
      aria-label="Format"
      value={value}
      onValueChange={(next) => onValueChange(next as ExportFormat)}
      className="flex flex-col gap-3"
    >
      {receivers.map(({ title, formats }, index) => (
        <div key={title} role="group" aria-labelledby={`${id}-${index}`}>
          <h3 id={`${id}-${index}`} className="px-2 pb-0.5 text-sm text-muted">
            {title}
          </h3>
          <div className="grid sm:grid-cols-2">
            {formats.map((format) => (
              <FormatRow
                key={format.value}
                format={format}
                id={`${id}-${format.value}`}
                disabled={without(format.value)}
              />
            ))}
          </div>
        </div>
      ))}
    </RadioGroup>
  );
}

function FormatRow({ format, id, disabled }: { format: FormatWords; id: string; disabled: boolean }) {
  return (
    <label className="flex min-h-7 cursor-pointer touch items-center gap-2 rounded-sm px-2 py-0.5 hover:bg-hover has-data-checked:bg-accent-soft has-data-disabled:cursor-default has-data-disabled:text-faint">
      <Radio.Root
        value={format.value}
        disabled={disabled}
        aria-labelledby={id}
        className="flex size-4 shrink-0 items-center justify-center rounded-full border border-edge bg-paper data-checked:border-accent"
      >
        <Radio.Indicator className="size-2 rounded-full bg-accent forced-colors:bg-[Highlight]" />
      </Radio.Root>
      <span id={id} className="min-w-0">
        {format.label}
      </span>
    </label>
  );
}
