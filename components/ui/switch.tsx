'use client';
import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode } from 'react';

interface SwitchProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ReactNode;
}

/** On or off, at once: for settings. In forms take `Checkbox`. */
export function Switch({ checked, onCheckedChange, disabled, children }: SwitchProps) {
  return (
    <label className="flex min-h-6 items-center gap-2.5 pointer-coarse:min-h-11">
      <Base.Root
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next)}
        className="relative flex h-4 w-7 shrink-0 items-center rounded-full border border-edge bg-paper p-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
      >
        <Base.Thumb className="size-2.5 rounded-full bg-edge transition-[translate] data-checked:translate-x-3 data-checked:bg-accent-ink forced-colors:bg-[CanvasText] forced-colors:data-checked:bg-[Highlight]" />
      </Base.Root>
      <span>{children}</span>
    </label>
  );
}
