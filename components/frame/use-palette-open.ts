'use client';
import { useSyncExternalStore } from 'react';
import { isPaletteOpen, subscribePalette } from './palette-signal';

/** Whether the search that reaches everything is open; the palette shows itself by this. */
export function usePaletteOpen(): boolean {
  return useSyncExternalStore(subscribePalette, isPaletteOpen, () => false);
}
