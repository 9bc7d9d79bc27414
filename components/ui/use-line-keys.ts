'use client';
import type { RefObject } from 'react';
import type { KeyBinding } from './keymap';
import { useKeys } from './use-keys';

/** J and K go along the lines of a list: to what carries `data-line`, the link of a line where it has one. */
export function useLineKeys(scope: string, list: RefObject<HTMLElement | null>, more: readonly KeyBinding[] = []) {
  function step(by: 1 | -1) {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
    const at = lines.indexOf(document.activeElement as HTMLElement);
    lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))]?.focus();
  }
  useKeys(scope, [
    { id: 'row.next', key: 'j', label: 'Next line', repeat: true, run: () => step(1) },
    { id: 'row.previous', key: 'k', label: 'Previous line', repeat: true, run: () => step(-1) },
    ...more,
  ]);
}
