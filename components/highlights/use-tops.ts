'use client';
import { useEffect, useState } from 'react';
import type { Desk } from './desk';

export type Tops = ReadonlyMap<string, { top: number; line: number }>;

const none: Tops = new Map();

/** Where the marks near the screen begin, followed as the text is laid out, resized or marked anew. */
export function useTops(desk: Desk, ready: boolean): Tops {
  const [tops, setTops] = useState(none);
  useEffect(() => {
    const { pane } = desk;
    if (!pane || !ready) return;
    const measure = () => setTops((before) => sameOr(before, pane.tops()));
    const frame = requestAnimationFrame(measure);
    const unfollow = pane.onLayout(measure);
    return () => {
      cancelAnimationFrame(frame);
      unfollow();
    };
  }, [desk, ready]);
  return tops;
}

function sameOr(before: Tops, now: Tops): Tops {
  if (before.size !== now.size) return now;
  for (const [id, { top, line }] of now) {
    const old = before.get(id);
    if (!old || old.line !== line || Math.abs(old.top - top) >= 1) return now;
  }
  return before;
}
