'use client';
import { useSyncExternalStore } from 'react';

const QUERY = '(width < 64rem)';

function follow(listener: () => void) {
  const media = matchMedia(QUERY);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether there is no room for a margin beside the text: a small screen, or a large one at 200 %. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    follow,
    () => matchMedia(QUERY).matches,
    () => false,
  );
}
