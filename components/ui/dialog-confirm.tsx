'use client';
import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
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
  /** For instance a field for the reason. */
  children?: ReactNode;
}

export function DialogConfirm(props: DialogConfirmProps) {
  const { open, onOpenChange, title, description, confirmLabel, onConfirm, danger, busy, confirmDisabled, children } =
    props;
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Viewport className="fixed inset-0 z-40 flex items-end justify-center sm:items-start sm:p-6 sm:pt-[16vh]">
          <AlertDialog.Popup className="floating w-full p-4 outline-none max-sm:rounded-b-none sm:max-w-md">
            <KeyBarrier />
            <PortalHost.Provider value={undefined}>
              <AlertDialog.Title className="text-md font-semibold">{title}</AlertDialog.Title>
              <AlertDialog.Description render={<div />} className="mt-1 text-muted">
                {description}
              </AlertDialog.Description>
              {children ? <div className="mt-3">{children}</div> : null}
              <div className="mt-4 flex flex-wrap justify-end gap-2">
                <AlertDialog.Close render={<Button variant="quiet">Cancel</Button>} />
                <Button
                  variant={danger ? 'danger' : 'primary'}
                  busy={busy}
                  disabled={confirmDisabled}
                  onClick={onConfirm}
                >
                  {confirmLabel}
                </Button>
              </div>
            </PortalHost.Provider>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
