'use client';
import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useSayAtField } from './said-at-fields';
import { InField } from './use-field';

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do about it; marks the control invalid. */
  error?: ReactNode;
  optional?: boolean;
  hideLabel?: boolean;
  className?: string;
  /** One `Input`, `Textarea`, `Select` or `Combobox`. */
  children: ReactNode;
}

/** A label, one control, and under it a hint or what is wrong. */
export function Field({ label, hint, error, optional, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const below = `${id}-below`;
  const labelId = `${id}-label`;
  useSayAtField(error);
  const describedBy = hint || error ? below : undefined;
  return (
    <div className={className}>
      <label
        id={labelId}
        htmlFor={id}
        className={hideLabel ? 'sr-only' : 'mb-1 flex items-baseline gap-1.5 font-medium'}
      >
        {label}
        {optional ? <span className="text-sm font-normal text-faint">optional</span> : null}
      </label>
      <InField.Provider value={{ id, labelId, describedBy, invalid: Boolean(error) }}>{children}</InField.Provider>
      {hint && !error ? (
        <div id={below} className="mt-1 text-sm text-muted">
          {hint}
        </div>
      ) : null}
      {error ? (
        <div id={below} role="alert" className="mt-1 flex gap-1.5 text-sm text-bad">
          <CircleAlert size={14} aria-hidden className="mt-px shrink-0" />
          {error}
        </div>
      ) : null}
    </div>
  );
}
