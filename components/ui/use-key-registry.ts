'use client';
import { useSyncExternalStore } from 'react';
import { NO_KEYS, readKeys, subscribeKeys, type KeyRegistry } from './keys';

/** The registry of keys as the list of them shows it. */
export function useKeyRegistry(): KeyRegistry {
  return useSyncExternalStore(subscribeKeys, readKeys, () => NO_KEYS);
}
