'use client';
import { useEffect, useState } from 'react';

/** A value once it has stood still for `pause` milliseconds; the first one at once. */
export function useSettled<T>(value: T, pause = 120): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
