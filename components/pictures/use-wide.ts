'use client';
import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 80rem)';
function watch(changed: () => void) {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether a picture and its table have room on the screen together. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    watch,
    () => matchMedia(WIDE).matches,
    () => false,
  );
