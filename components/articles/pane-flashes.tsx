'use client';
import { useDesk } from '@/components/highlights/use-desk';
import { useFlashes } from './use-flashes';
import { useLinkedHighlight } from './use-linked-highlight';

/** Lights words as the pointer and the keys move, and goes to those that the address names. A component of its own, so that nothing else renders for it. */
export function PaneFlashes() {
  const desk = useDesk();
  useFlashes(desk);
  useLinkedHighlight(desk);
  return null;
}
