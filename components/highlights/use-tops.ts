'use client';
import { useEffect, useState } from 'react';
import { useDeskState } from './use-desk';

export type Tops = ReadonlyMap<string, { top: number; line: number }>;

const none: Tops = new Map();

/** Where the marks near the screen begin, followed as the text is laid out, resized or marked anew. */
export function useTops(): Tops {
  const pane = useDeskState((state) => state.pane);
  const [tops, setTops] = useState(none);
  useEffect(() => {
    if (!pane) return;
    const measure = () => setTops((before) => sameOr(before, pane.tops()));
    const frame = requestAnimationFrame(measure);
    const unfollow = pane.onLayout(measure);
    return () => {
      cancelAnimationFrame(frame);
      unfollow();
    };
  }, [pane]);
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
