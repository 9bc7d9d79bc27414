'use client';
import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import { Announcer } from './announcer';
import { KeysDialog } from './keys-dialog';
import { Toaster } from './toaster';
import { Tooltips } from './tooltips';
import { useRest } from './use-rest';

/** What every page needs once: the nonce for primitives, hints, toasts, the live region, the list of keys, and what comes later. */
export function UiRoot({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  useRest();
  return (
    <CSPProvider nonce={nonce}>
      {children}
      <Toaster />
      <Announcer />
      <KeysDialog />
      <Tooltips />
    </CSPProvider>
  );
}
