'use client';
import { startTransition, useEffect, useState } from 'react';
import type { Pane } from '@/components/articles/pane';
import { useDeskState } from './use-desk';

export type Tops = ReadonlyMap<string, { top: number; line: number; start: number }>;

/** Where marks begin, and the part of the column worth showing entries for, px from its top. */
export interface Beside {
  readonly tops: Tops;
  readonly from: number;
  readonly to: number;
}

const none: Beside = { tops: new Map(), from: 0, to: 0 };
/** While somebody scrolls fast nobody reads the margin: it catches up when they slow down, or after the longer time. */
const REST_MS = 60;
const LONGEST_MS = 250;

function measure(pane: Pane): Beside {
  const above = -pane.words.host.getBoundingClientRect().top;
  return { tops: pane.tops(), from: above - innerHeight, to: above + 2 * innerHeight };
}

/** Follows the text as it is laid out, resized, marked anew and scrolled. Measures between frames, when layout is done. */
export function useTops(): Beside {
  const pane = useDeskState((state) => state.pane);
  const [beside, setBeside] = useState(none);
  useEffect(() => {
    if (!pane) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let since = 0;
    let scrolled = 0;
    const look = () => {
      timer = undefined;
      startTransition(() => setBeside((before) => sameOr(before, measure(pane))));
    };
    const soon = () => {
      const now = performance.now();
      const wait = now - scrolled < REST_MS ? REST_MS : 0;
      if (timer === undefined) since = now;
      else if (wait > 0 && now - since > LONGEST_MS) return;
      clearTimeout(timer);
      timer = setTimeout(look, wait);
    };
    const scroll = () => {
      scrolled = performance.now();
      soon();
    };
    // The words and their marks are painted before what stands beside them is measured.
    const frame = requestAnimationFrame(soon);
    const unfollow = pane.onLayout(soon);
    addEventListener('scroll', scroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      unfollow();
      removeEventListener('scroll', scroll);
    };
  }, [pane]);
  return beside;
}

/** A small scroll shows nothing new: what is there already reaches a screen further. */
function sameOr(before: Beside, now: Beside): Beside {
  if (Math.abs(before.from - now.from) > innerHeight / 2 || before.tops.size !== now.tops.size) return now;
  for (const [id, { top, line }] of now.tops) {
    const old = before.tops.get(id);
    if (!old || old.line !== line || Math.abs(old.top - top) >= 1) return now;
  }
  return before;
}
