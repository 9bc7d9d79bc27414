'use client';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { Announcer } from './announcer';
import { KeysDialog } from './keys-dialog';
import { Toaster } from './toaster';

/** What every page needs once: the nonce for primitives, shared tooltip timing, toasts, the live region, the list of keys. */
export function UiRoot({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  return (
    <CSPProvider nonce={nonce}>
      <Tooltip.Provider delay={450} closeDelay={0} timeout={600}>
        {children}
        <Toaster />
        <Announcer />
        <KeysDialog />
      </Tooltip.Provider>
    </CSPProvider>
  );
}
