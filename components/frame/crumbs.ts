'use client';
import { useSyncExternalStore } from 'react';

export interface Crumb {
  label: string;
  href?: string;
}

const NONE: readonly Crumb[] = [];
let crumbs = NONE;
const listeners = new Set<() => void>();

export function setCrumbs(next: readonly Crumb[]) {
  crumbs = next;
  listeners.forEach((listener) => listener());
}

/** What the page has said about where it is, after the section. */
export function useCrumbs(): readonly Crumb[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => crumbs,
    () => NONE,
  );
}
