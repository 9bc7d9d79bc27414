'use client';
import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

/** Opens or closes the search that reaches everything. */
export function setPaletteOpen(next: boolean) {
  open = next;
  listeners.forEach((listener) => listener());
}

/** Whether that search is open; the palette shows itself by this. */
export function usePaletteOpen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => open,
    () => false,
  );
}
