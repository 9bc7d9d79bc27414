import type { Presence } from '@/lib/activity/presence';

// Who is at what in the project of this page, as the stream last said.

export const NOBODY: readonly Presence[] = [];
let people = NOBODY;
const listeners = new Set<() => void>();

export function setHere(next: readonly Presence[]) {
  people = next;
  listeners.forEach((listener) => listener());
}

export const readHere = (): readonly Presence[] => people;

export function subscribeHere(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
