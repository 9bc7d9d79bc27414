'use client';
import { useSyncExternalStore } from 'react';
import { readUnsent } from './unsent';

const never = () => () => {};

/** Whether something written for this place waits to be sent; false on the server. */
export function useUnsent(target: string): boolean {
  return useSyncExternalStore(
    never,
    () => readUnsent(target) !== null,
    () => false,
  );
}
