'use client';
import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';

interface CheckboxProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  indeterminate?: boolean;
  disabled?: boolean;
  /** Read aloud where no words stand beside it. */
  label?: string;
  children?: ReactNode;
}

export function Checkbox({ checked, onCheckedChange, indeterminate, disabled, label, children }: CheckboxProps) {
  const box = (
    <Base.Root
      checked={checked}
      indeterminate={indeterminate}
      disabled={disabled}
      aria-label={label}
      onCheckedChange={(next) => onCheckedChange(next)}
      className="relative flex size-4 shrink-0 items-center justify-center rounded-sm border border-edge bg-paper transition-colors after:absolute after:-inset-1 data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50 data-indeterminate:border-accent data-indeterminate:bg-accent pointer-coarse:after:-inset-3.5"
    >
      <Base.Indicator className="text-accent-ink">
        {indeterminate ? (
          <Minus size={12} strokeWidth={3} aria-hidden />
        ) : (
          <Check size={12} strokeWidth={3} aria-hidden />
        )}
      </Base.Indicator>
    </Base.Root>
  );
  if (!children) return box;
  return (
    <label className="inline-flex min-h-6 items-center gap-2 pointer-coarse:min-h-10">
      {box}
      {children}
    </label>
  );
}
