'use client';
import { useKeys } from './use-keys';

/** Silences the keys of what lies beneath. First child of a dialog, so that the dialog's own keys come after it. */
export function KeyBarrier() {
  useKeys('', [], { exclusive: true });
  return null;
}
