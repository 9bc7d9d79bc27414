'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { useRef } from 'react';
import type { DialogProps } from './popup-props';
import { KeyBarrier } from './key-barrier';
import { HOST, PortalHost } from './use-portal-host';

const widths = { small: 'sm:max-w-96', medium: 'sm:max-w-xl', large: 'sm:max-w-4xl' };

/** What a `Dialog` opens. */
export function DialogPanel({ open, onOpenChange, ...rest }: Omit<DialogProps, 'ready'>) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-end justify-center sm:items-start sm:p-6 sm:pt-[12vh]">
          <Panel open={open} {...rest} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function Panel(props: Omit<DialogProps, 'onOpenChange' | 'ready'>) {
  const { open, title, description, size = 'medium', footer, initialFocus, children } = props;
  const panel = useRef<HTMLDivElement>(null);
  return (
    <Base.Popup
      ref={panel}
      {...HOST}
      initialFocus={initialFocus}
      className={clsx(
        'relative floating flex max-h-[90dvh] w-full flex-col outline-none max-sm:rounded-b-none sm:max-h-[76vh]',
        widths[size],
      )}
    >
      {/* Not while it fades: whoever has closed it goes on working with what lies beneath. */}
      {open ? <KeyBarrier modal /> : null}
      <PortalHost.Provider value={panel}>
        <header className="py-3 pr-12 pl-4">
          <Base.Title className="text-md font-semibold">{title}</Base.Title>
          {description ? <Base.Description className="mt-1 text-muted">{description}</Base.Description> : null}
        </header>
        {children ? <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-px pb-4">{children}</div> : null}
        {footer ? (
          <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>
        ) : null}
      </PortalHost.Provider>
      {/* Last in the order of focus, so that a dialog opens on its first field. */}
      <Base.Close
        aria-label="Close"
        className="absolute top-2 right-2 flex size-7 touch items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink pointer-coarse:size-9"
      >
        <X size={16} aria-hidden />
      </Base.Close>
    </Base.Popup>
  );
}
