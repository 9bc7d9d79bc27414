'use client';
import { Popover as Base } from '@base-ui/react/popover';
import clsx from 'clsx';
import { BorrowedTrigger } from './borrowed-trigger';
import type { PopoverProps } from './popup-props';
import type { Borrowed } from './use-late-trigger';
import { usePortalHost } from './use-portal-host';

/** What a `Popover` opens. */
export function PopoverPopup(props: Omit<PopoverProps, 'trigger'> & { by: Borrowed }) {
  const { by, label, open, onOpenChange, side = 'bottom', align = 'start', className, children } = props;
  const change = (next: boolean) => {
    by.onOpenChange(next);
    onOpenChange?.(next);
  };
  return (
    <Base.Root open={open} onOpenChange={change} {...(open === undefined ? {} : { triggerId: by.id })}>
      <Base.Trigger id={by.id} render={(asked) => <BorrowedTrigger asked={asked} by={by} />} />
      <Base.Portal container={usePortalHost()}>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            id={by.popupId}
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
