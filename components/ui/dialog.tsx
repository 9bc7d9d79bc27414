'use client';
import { KeyBarrier } from './key-barrier';
import { late } from './late';
import type { DialogProps } from './popup-props';
import { useLateDialog } from './use-late-dialog';

const panel = late(() => import('./dialog-panel').then((file) => file.DialogPanel));

export function Dialog({ ready = true, ...rest }: DialogProps) {
  const { Panel, waits } = useLateDialog(panel, { ...rest, ready });
  if (waits) return <KeyBarrier modal />;
  return Panel ? <Panel {...rest} /> : null;
}
