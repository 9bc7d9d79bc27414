'use client';
import { startTransition, useEffect, useState } from 'react';
import { afterFrame } from '@/components/articles/after-frame';
import type { Pane } from '@/components/articles/pane';
import type { Desk } from './desk';
import { AFTER_MARKS } from './follow-desk';
import type { Layer } from './layer';
import { useDesk, useDeskState } from './use-desk';

export type Tops = ReadonlyMap<string, { top: number; line: number; start: number }>;

/** Where marks begin, what they are marks of, and the part of the column worth showing entries for, px from its top. */
export interface Beside {
  readonly shown: readonly Layer[];
  readonly tops: Tops;
  readonly from: number;
  readonly to: number;
}

const none: Beside = { shown: [], tops: new Map(), from: 0, to: 0 };
/** ms: while somebody scrolls nobody reads the margin: it catches up when they rest, or after so long. */
const LONGEST = 250;
/** Screens: who goes by more than these meanwhile reads nothing, and the margin waits on. */
const TOO_FAST = 2;

function measure({ lying }: Desk, pane: Pane): Beside {
  const above = -pane.words.host.getBoundingClientRect().top;
  const { shown } = lying.get();
  return { shown, tops: pane.tops(), from: above - innerHeight, to: above + 2 * innerHeight };
}

/**
 * Follows the text as it is laid out, resized, marked anew and scrolled, once the words and their marks are painted. Measures between frames,
 * when layout is done.
 */
export function useTops(): Beside {
  const desk = useDesk();
  const pane = useDeskState((state) => state.pane);
  const [beside, setBeside] = useState(none);
  useEffect(() => {
    if (!pane) return;
    let cancel: (() => void) | undefined;
    let since = 0;
    // Where it stood is asked for when somebody scrolls: asking has the page laid out.
    let from = 0;
    const look = () => {
      cancel = undefined;
      startTransition(() => setBeside((before) => sameOr(before, measure(desk, pane))));
    };
    const soon = () => {
      cancel ??= afterFrame(look, AFTER_MARKS);
    };
    const scroll = () => {
      const now = performance.now();
      if (cancel === undefined || now - since > LONGEST) {
        const isReadable = Math.abs(scrollY - from) < TOO_FAST * innerHeight;
        from = scrollY;
        if (cancel !== undefined && isReadable) return;
        since = now;
      }
      cancel?.();
      cancel = afterFrame(look, AFTER_MARKS);
    };
    soon();
    const unfollow = [pane.onLayout(soon), desk.lying.subscribe(soon)];
    addEventListener('scroll', scroll, { passive: true });
    return () => {
      cancel?.();
      unfollow.forEach((stop) => stop());
      removeEventListener('scroll', scroll);
    };
  }, [desk, pane]);
  return beside;
}

/** A small scroll shows nothing new: what is there already reaches a screen further. */
function sameOr(before: Beside, now: Beside): Beside {
  if (before.shown !== now.shown) return now;
  if (Math.abs(before.from - now.from) > innerHeight / 2 || before.tops.size !== now.tops.size) return now;
  for (const [id, { top, line }] of now.tops) {
    const old = before.tops.get(id);
    if (!old || old.line !== line || Math.abs(old.top - top) >= 1) return now;
  }
  return before;
}
