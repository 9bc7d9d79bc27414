'use client';
import { useState } from 'react';
import { setKeysDialogOpen } from './keys';
import { late } from './late';
import { LatePart } from './late-part';
import { useKeyRegistry } from './use-key-registry';
import { useKeys } from './use-keys';

const list = late(() => import('./keys-list').then((file) => file.KeysList));

/** `?`: the keys of everything that is on the screen, which come later. Mounted once, by `UiRoot`. */
export function KeysDialog() {
  const { dialogOpen } = useKeyRegistry();
  const [asked, setAsked] = useState(false);
  if (dialogOpen && !asked) setAsked(true);
  useKeys('Everywhere', [{ id: 'keys.show', key: '?', label: 'Show the keys', run: () => setKeysDialogOpen(true) }]);
  return asked ? <LatePart of={list} with={{}} wanted={dialogOpen} onMissing={() => setKeysDialogOpen(false)} /> : null;
}
