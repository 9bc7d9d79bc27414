'use client';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd';
import { usePortalHost } from './use-portal-host';

interface TooltipProps {
  label: ReactNode;
  shortcut?: string | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
  disabled?: boolean;
  /** One element that takes props and a ref: a button or a link. */
  children: ReactElement;
}

/** A hint on hover and focus. Never the only place where something is said. */
export function Tooltip({ label, shortcut, side = 'bottom', disabled = false, children }: TooltipProps) {
  return (
    <Base.Root disabled={disabled}>
      <Base.Trigger render={children} />
      <Base.Portal container={usePortalHost()}>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="floating flex max-w-72 items-center gap-2 rounded-sm px-2 py-1 text-sm">
            {label}
            {shortcut ? <Kbd keys={shortcut} /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
