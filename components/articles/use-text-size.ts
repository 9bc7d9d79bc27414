'use client';
import { useCallback, useSyncExternalStore } from 'react';

export const textSizes = [
  { value: '1rem', label: 'Small' },
  { value: '1.125rem', label: 'Normal' },
  { value: '1.3125rem', label: 'Large' },
  { value: '1.5625rem', label: 'Very large' },
] as const;
export type TextSize = (typeof textSizes)[number]['value'];

const STORED = 'claimbench.article-size';
const listeners = new Set<() => void>();

function read(): TextSize {
  try {
    const kept = localStorage.getItem(STORED);
    return textSizes.find(({ value }) => value === kept)?.value ?? '1.125rem';
  } catch {
    return '1.125rem';
  }
}

function follow(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The size of article text in this browser. */
export function useTextSize(): [TextSize, (size: TextSize) => void] {
  const size = useSyncExternalStore(follow, read, () => '1.125rem' as const);
  const set = useCallback((next: TextSize) => {
    try {
      localStorage.setItem(STORED, next);
    } catch {
      // Storage may be switched off: the size then stays as it is.
    }
    listeners.forEach((listener) => listener());
  }, []);
  return [size, set];
}
