'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { useDesk, useDeskState } from '@/components/highlights/use-desk';
import { notify } from '@/components/ui/notify';
import { flash } from './flashes';

/**
 * Opens the article at `?at=start-end` (UTF-16 offsets), where a search found its words or a comment quotes them, and lights
 * them. `of` names the version that they were quoted from.
 */
export function useLinkedWords() {
  const pane = useDeskState((state) => state.pane);
  const { articleVersion } = useDesk().place;
  const search = useSearchParams();
  const at = search.get('at');
  const of = search.get('of');
  useEffect(() => {
    const [, start, end] = /^(\d+)-(\d+)$/.exec(at ?? '') ?? [];
    if (!pane || start === undefined) return;
    // Other words may stand there now: nothing is shown rather than the wrong ones.
    if (of && Number(of) !== articleVersion)
      return notify(`These words are of version ${of} of the text, which was corrected since.`, {
        key: 'linked-words',
      });
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
  }, [pane, at, of, articleVersion]);
}
