'use client';
import { useEffect, useRef } from 'react';
import type { KeyBinding, KeyScope } from './keymap';
import { mountKeys } from './keys';

/**
 * Answers to keys while the calling component is mounted. `scope` is the heading under which `?` lists them.
 * Never fires in text fields or editors, unless the key goes with "mod" or the binding says `whileTyping`.
 * `exclusive` silences the scopes mounted before; `modal`, as a dialog does, with their keys that go with "mod".
 */
export function useKeys(
  scope: string,
  bindings: readonly KeyBinding[],
  { exclusive = false, enabled = true }: { exclusive?: KeyScope['exclusive']; enabled?: boolean } = {},
) {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    if (!enabled) return;
    return mountKeys({
      name: scope,
      exclusive,
      get bindings() {
        return latest.current;
      },
    });
  }, [scope, exclusive, enabled]);
}
