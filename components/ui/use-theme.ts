'use client';
import { useSyncExternalStore } from 'react';
import { readTheme, subscribeTheme, type Theme } from './theme';

/** The chosen theme, kept in step: `system` on the server and until somebody chooses. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribeTheme, readTheme, () => 'system');
}
