'use client';
import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { useRef, type ReactNode } from 'react';
import { Button } from './button';
import { KeyBarrier } from './key-barrier';
import { PortalHost } from './use-portal-host';

interface DialogConfirmProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question: "Reject this tag?" */
  title: string;
  /** What happens, and what stays safe. */
  description: ReactNode;
  /** The verb of the question, never "OK". */
  confirmLabel: string;
  onConfirm: () => void;
  danger?: boolean;
  busy?: boolean;
  confirmDisabled?: boolean;
  /** For instance a field for the reason. Enter in a field confirms. */
  children?: ReactNode;
}

export function DialogConfirm({ open, onOpenChange, ...rest }: DialogConfirmProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-end justify-center sm:items-start sm:p-6 sm:pt-[16vh]">
          <ConfirmPanel open={open} {...rest} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function ConfirmPanel(props: Omit<DialogConfirmProps, 'onOpenChange'>) {
  const { open, title, description, confirmLabel, onConfirm, danger, busy, confirmDisabled, children } = props;
  const panel = useRef<HTMLDivElement>(null);
  return (
    <Base.Popup ref={panel} className="relative floating w-full p-4 outline-none max-sm:rounded-b-none sm:max-w-md">
      {open ? <KeyBarrier /> : null}
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
