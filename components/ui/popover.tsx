'use client';
import type { ReactElement, ReactNode } from 'react';
import { late } from './late';
import { useLateTrigger, type Lent } from './use-late-trigger';

export interface PopoverProps {
  /** The name of what opens; read aloud. */
  label: string;
  /** One button. */
  trigger: ReactElement<Lent>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: 'top' | 'bottom' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode;
}

const popup = late(() => import('./popover-popup').then((file) => file.PopoverPopup));

/** A small panel at its button: filters, details, who is here. */
export function Popover({ trigger, ...rest }: PopoverProps) {
  const { put, by, popup: Popup } = useLateTrigger(popup, 'dialog', rest.open);
  return (
    <>
      {put(trigger)}
      {Popup ? <Popup by={by} {...rest} /> : null}
    </>
  );
}
