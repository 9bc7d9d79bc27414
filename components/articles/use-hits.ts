'use client';
import { useEffect, useMemo, useState } from 'react';
import { useDeskState } from '@/components/highlights/use-desk';
import { flash } from './flashes';
import { hitsOf, MOST_HITS } from './hits';
import type { Pane } from './pane';

/** Where the looking begins: at the caret while it is near the screen, else at the first line that is seen. */
function startOf(pane: Pane): number {
  const [caret, seen] = [pane.words.caret(), pane.firstSeen()];
  return caret !== null && caret >= seen && caret <= pane.nearby().end ? caret : seen;
}

/** Where the typed words stand in the article, which of the places is looked at, and the way on. Lights them in the text. */
export function useHits(text: string, typed: string) {
  const pane = useDeskState((state) => state.pane);
  const [moved, setMoved] = useState<{ typed: string; at: number } | null>(null);
  const [from] = useState(() => (pane ? startOf(pane) : 0));
  const hits = useMemo(() => hitsOf(text, typed), [text, typed]);
  const nearest = Math.max(
    0,
    hits.findIndex(({ start }) => start >= from),
  );
  const at = moved?.typed === typed ? moved.at : nearest;
  const here = hits[at];

  useEffect(() => {
    if (!pane) return;
    const light = () => {
      const near = pane.nearby();
      const seen = hits.filter((hit) => hit.end > near.start && hit.start < near.end);
      flash(pane.words, 'found', seen);
      flash(pane.words, 'found-here', here ? [here] : []);
    };
    if (here) pane.reveal(here);
    light();
    const unfollow = pane.onLayout(light);
    return () => {
      unfollow();
      flash(pane.words, 'found', []);
      flash(pane.words, 'found-here', []);
    };
  }, [pane, hits, here]);

  const many = hits.length >= MOST_HITS ? `${MOST_HITS}+` : String(hits.length);
  return {
    here,
    step: (by: number) => setMoved({ typed, at: (at + by + hits.length) % Math.max(1, hits.length) }),
    count: typed.trim() === '' ? '' : hits.length === 0 ? 'not in this article' : `${at + 1} of ${many}`,
  };
}
