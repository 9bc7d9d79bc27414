'use client';
import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { useRef } from 'react';
import { Button } from './button';
import type { DialogConfirmProps } from './popup-props';
import { KeyBarrier } from './key-barrier';
import { HOST, PortalHost } from './use-portal-host';

/** What a `DialogConfirm` opens. */
export function DialogConfirmPanel({ open, onOpenChange, ...rest }: DialogConfirmProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-end justify-center sm:items-start sm:p-6 sm:pt-[16vh]">
          <Panel open={open} {...rest} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function Panel(props: Omit<DialogConfirmProps, 'onOpenChange'>) {
  const { open, title, description, confirmLabel, onConfirm, danger, busy, confirmDisabled, children } = props;
  const panel = useRef<HTMLDivElement>(null);
  return (
    <Base.Popup
      ref={panel}
      {...HOST}
      className="relative floating w-full p-4 outline-none max-sm:rounded-b-none sm:max-w-md"
    >
      {open ? <KeyBarrier modal /> : null}
      <PortalHost.Provider value={panel}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy && !confirmDisabled) onConfirm();
          }}
        >
          <Base.Title className="text-md font-semibold">{title}</Base.Title>
          <Base.Description render={<div />} className="mt-1 text-muted">
            {description}
          </Base.Description>
          {children ? <div className="mt-3">{children}</div> : null}
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <Base.Close render={<Button variant="quiet">Cancel</Button>} />
            <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy} disabled={confirmDisabled}>
              {confirmLabel}
            </Button>
          </div>
        </form>
      </PortalHost.Provider>
    </Base.Popup>
  );
}
