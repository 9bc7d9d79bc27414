'use client';
import { Select as Base } from '@base-ui/react/select';
import clsx from 'clsx';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { controlLook } from './control-look';
import { useFieldOfButton } from './use-field';
import { usePortalHost } from './use-portal-host';

interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
  mark?: ReactNode;
}

interface SelectProps<Value extends string> {
  /** The name of the control; inside a `Field` the field names it. */
  label?: string;
  value: Value | null;
  onValueChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  placeholder?: string;
  disabled?: boolean;
  name?: string;
  className?: string;
}

/** One of a short, fixed list. For long or searchable lists take `Combobox`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, onValueChange, options, placeholder = 'Choose', disabled, name, className } = props;
  return (
    <Base.Root
      items={[...options]}
      value={value}
      name={name}
      disabled={disabled}
      onValueChange={(next) => next !== null && onValueChange(next as Value)}
    >
      <Base.Trigger
        {...useFieldOfButton()}
        aria-label={label}
        className={clsx(controlLook, 'flex h-8 min-w-28 items-center justify-between gap-2 text-left', className)}
      >
        <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-faint" />
        <Base.Icon>
          <ChevronsUpDown size={14} className="text-faint" aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal container={usePortalHost()}>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className="floating min-w-(--anchor-width) p-1">
            <Base.List className="max-h-[min(24rem,var(--available-height))] overflow-y-auto outline-none">
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} className="option">
                  {option.mark}
                  <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
                  {option.hint ? <span className="text-sm text-muted">{option.hint}</span> : null}
                  <span className="w-3.5">
                    <Base.ItemIndicator>
                      <Check size={14} aria-hidden />
                    </Base.ItemIndicator>
                  </span>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
