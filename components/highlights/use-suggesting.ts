'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { useDesk } from './use-desk';

const storedFor = (person: string): string => `claimbench.suggestions.${person}`;
const listeners = new Set<() => void>();
// Storage may be switched off: the change then lasts for this page.
const here = new Map<string, boolean>();

function read(person: string): boolean {
  const changed = here.get(person);
  if (changed !== undefined) return changed;
  try {
    return localStorage.getItem(storedFor(person)) !== 'off';
  } catch {
    return true;
  }
}

function follow(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether names are suggested in articles to whoever reads: kept for each person who uses this browser; null until the browser is asked. */
export function useSuggesting(): [boolean | null, (on: boolean) => void] {
  const { id } = useDesk().place.me;
  const on = useSyncExternalStore(
    follow,
    () => read(id),
    () => null,
  );
  const set = useCallback(
    (next: boolean) => {
      here.set(id, next);
      try {
        localStorage.setItem(storedFor(id), next ? 'on' : 'off');
      } catch {
        // As above.
      }
      listeners.forEach((listener) => listener());
    },
    [id],
  );
  return [on, set];
}
