'use client';
import { Field as Base } from '@base-ui/react/field';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do about it; marks the control invalid. */
  error?: ReactNode;
  optional?: boolean;
  hideLabel?: boolean;
  name?: string;
  className?: string;
  /** One `Input`, `Textarea`, `Select` or `Combobox`. */
  children: ReactNode;
}

/** A label, one control, and under it a hint or what is wrong. */
export function Field({ label, hint, error, optional, hideLabel, name, className, children }: FieldProps) {
  return (
    <Base.Root name={name} invalid={Boolean(error)} className={className}>
      <Base.Label className={hideLabel ? 'sr-only' : 'mb-1 flex items-baseline gap-1.5 font-medium'}>
        {label}
        {optional ? <span className="text-sm font-normal text-faint">optional</span> : null}
      </Base.Label>
      {children}
      {hint && !error ? <Base.Description className="mt-1 text-sm text-muted">{hint}</Base.Description> : null}
      {error ? (
        <Base.Error match className="mt-1 flex gap-1.5 text-sm text-bad">
          <CircleAlert size={14} aria-hidden className="mt-px shrink-0" />
          {error}
        </Base.Error>
      ) : null}
    </Base.Root>
  );
}
