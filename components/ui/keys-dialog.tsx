'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { setKeysDialogOpen } from './keys';
import { useKeyRegistry } from './use-key-registry';
import { useKeys } from './use-keys';

const KeysList = dynamic(() => import('./keys-list').then((file) => file.KeysList), { ssr: false });

/** `?`: the keys of everything that is on the screen, fetched when they are asked for. Mounted once, by `UiRoot`. */
export function KeysDialog() {
  const { dialogOpen } = useKeyRegistry();
  const [asked, setAsked] = useState(false);
  if (dialogOpen && !asked) setAsked(true);
  useKeys('Everywhere', [{ id: 'keys.show', key: '?', label: 'Show the keys', run: () => setKeysDialogOpen(true) }]);
  return asked ? <KeysList /> : null;
}
