'use client';
import { useLayoutEffect } from 'react';
import type { Borrowed, Lent } from './use-late-trigger';

/** Stands where the library would draw its button: the one that is there already does what the library's would. */
export function BorrowedTrigger({ asked, by: { button, lend } }: { asked: Lent; by: Borrowed }) {
  const { ref } = asked;
  useLayoutEffect(() => {
    if (typeof ref !== 'function') return;
    ref(button.current);
    return () => void ref(null);
  }, [ref, button]);
  useLayoutEffect(() => lend(asked));
  useLayoutEffect(() => () => lend(null), [lend]);
  return null;
}
