'use client';
import { useDeskView } from '@/components/highlights/use-desk';
import { useFlashes } from './use-flashes';

/** Lights words as the pointer and the keys move. A component of its own, so that nothing else renders for it. */
export function PaneFlashes() {
  useFlashes(useDeskView().all);
  return null;
}
