'use client';
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { usePortalHost } from './use-portal-host';

interface MenuProps {
  /** One button. */
  trigger: ReactElement;
  side?: 'top' | 'bottom' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  className?: string;
  /** `MenuItem`, `MenuLink`, `MenuChoice`, `MenuSeparator`, `MenuHeading`. */
  children: ReactNode;
}

export function Menu({ trigger, side = 'bottom', align = 'start', className = '', children }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal container={usePortalHost()}>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            className={`floating max-h-(--available-height) min-w-44 overflow-y-auto p-1 outline-none ${className}`}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
