'use client';
import { Popover as Base } from '@base-ui/react/popover';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { usePortalHost } from './use-portal-host';

interface PopoverProps {
  /** The name of what opens; read aloud. */
  label: string;
  /** One button. */
  trigger: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: 'top' | 'bottom' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode;
}

/** A small panel at its button: filters, details, who is here. */
export function Popover(props: PopoverProps) {
  const { label, trigger, open, onOpenChange, side = 'bottom', align = 'start', className, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={usePortalHost()}>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            aria-label={label}
            className={clsx(
              'floating max-h-(--available-height) w-72 max-w-(--available-width) overflow-y-auto p-3 outline-none',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
