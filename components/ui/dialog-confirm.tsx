'use client';
import type { ReactNode } from 'react';
import { KeyBarrier } from './key-barrier';
import { late } from './late';
import { useLateDialog } from './use-late-dialog';

export interface DialogConfirmProps {
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

const panel = late(() => import('./dialog-confirm-panel').then((file) => file.DialogConfirmPanel));

export function DialogConfirm(props: DialogConfirmProps) {
  const { Panel, waits } = useLateDialog(panel, props);
  if (waits) return <KeyBarrier />;
  return Panel ? <Panel {...props} /> : null;
}
