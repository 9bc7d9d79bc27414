'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { useDeskState } from '@/components/highlights/use-desk';
import { flash } from './flashes';

/** Opens the article at `?at=start-end` (UTF-16 offsets), where a search found its words, and lights them. */
export function useLinkedWords() {
  const pane = useDeskState((state) => state.pane);
  const at = useSearchParams().get('at');
  useEffect(() => {
    const [, start, end] = /^(\d+)-(\d+)$/.exec(at ?? '') ?? [];
    if (!pane || start === undefined) return;
    const { length } = pane.words.text;
    const span = { start: Math.min(Number(start), length), end: Math.min(Number(end), length) };
    if (span.start >= span.end) return;
    const light = () => flash(pane.words, 'found-here', [span]);
    pane.reveal(span);
    light();
    const unfollow = pane.onLayout(light);
    return () => {
      unfollow();
      flash(pane.words, 'found-here', []);
    };
  }, [pane, at]);
}
