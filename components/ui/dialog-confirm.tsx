'use client';
import { KeyBarrier } from './key-barrier';
import { late } from './late';
import type { DialogConfirmProps } from './popup-props';
import { useLateDialog } from './use-late-dialog';

const panel = late(() => import('./dialog-confirm-panel').then((file) => file.DialogConfirmPanel));

export function DialogConfirm(props: DialogConfirmProps) {
  const { Panel, waits } = useLateDialog(panel, props);
  if (waits) return <KeyBarrier modal />;
  return Panel ? <Panel {...props} /> : null;
}
