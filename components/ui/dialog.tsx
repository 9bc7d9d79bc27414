'use client';
import type { ReactNode, RefObject } from 'react';
import { KeyBarrier } from './key-barrier';
import { late } from './late';
import { useLateDialog } from './use-late-dialog';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** Buttons, the main one last. */
  footer?: ReactNode;
  /** What has the focus first; the first control otherwise. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Whether what it shows has come; keys that are typed until then are for its first field. */
  ready?: boolean;
  children?: ReactNode;
}

const panel = late(() => import('./dialog-panel').then((file) => file.DialogPanel));

export function Dialog({ ready = true, ...rest }: DialogProps) {
  const { Panel, waits } = useLateDialog(panel, { ...rest, ready });
  if (waits) return <KeyBarrier />;
  return Panel ? <Panel {...rest} /> : null;
}
