import { cloneElement, type ReactElement } from 'react';

interface TooltipProps {
  label: string;
  shortcut?: string | undefined;
  command?: string | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  /** One element that takes attributes: a button or a link. */
  children: ReactElement;
}

/** A hint on hover and focus, shown by `Tooltips`. Never the only place where something is said. */
export function Tooltip({ label, shortcut, command, side, children }: TooltipProps) {
  const hint = { 'data-hint': label, 'data-hint-keys': shortcut, 'data-hint-command': command, 'data-hint-side': side };
  return cloneElement(children, hint);
}
