'use client';
import { Progress as Base } from '@base-ui/react/progress';

interface ProgressProps {
  label: string;
  /** null while the length is unknown. */
  value: number | null;
  max?: number;
  /** "7 of 23"; shown, and read aloud. */
  valueText?: string;
  hideLabel?: boolean;
}

export function Progress({ label, value, max = 100, valueText, hideLabel }: ProgressProps) {
  return (
    <Base.Root value={value} max={max} getAriaValueText={() => valueText ?? `${value ?? 0} of ${max}`}>
      <div className={hideLabel ? 'sr-only' : 'mb-1 flex justify-between gap-2 text-sm'}>
        <Base.Label>{label}</Base.Label>
        {valueText ? <span className="text-muted">{valueText}</span> : null}
      </div>
      <Base.Track className="h-1 overflow-hidden rounded-full bg-press forced-colors:border">
        <Base.Indicator className="h-full rounded-full bg-accent transition-[width] data-indeterminate:w-1/4 forced-colors:bg-[Highlight]" />
      </Base.Track>
    </Base.Root>
  );
}
