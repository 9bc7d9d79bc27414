'use client';
import { useCallback, useSyncExternalStore } from 'react';

const STORED = 'claimbench.suggestions';
const listeners = new Set<() => void>();
// Storage may be switched off: the change then lasts for this page.
let here: boolean | null = null;

function read(): boolean {
  if (here !== null) return here;
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

function follow(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether names are suggested in articles, for whoever uses this browser. */
export function useSuggesting(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(follow, read, () => false);
  const set = useCallback((next: boolean) => {
    here = next;
    try {
      localStorage.setItem(STORED, next ? 'on' : 'off');
    } catch {
      // As above.
    }
    listeners.forEach((listener) => listener());
  }, []);
  return [on, set];
}
