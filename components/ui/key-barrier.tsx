'use client';
import { useKeys } from './use-keys';

interface KeyBarrierProps {
  /** Those with Ctrl as well: what lies beneath cannot be reached. */
  modal?: boolean;
}

/** Silences the keys of what lies beneath. First child of a dialog, so that the dialog's own keys come after it. */
export function KeyBarrier({ modal = false }: KeyBarrierProps) {
  useKeys('', [], { exclusive: modal ? 'modal' : true });
  return null;
}
