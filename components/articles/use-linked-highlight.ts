'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { Desk } from '@/components/highlights/desk';
import { useDeskState } from '@/components/highlights/use-desk';

/** px that an unfolded tag with its reviews takes beside its words: one who comes by a link sees all of it. */
const UNFOLDED = 320;

/** Opens the article at `?highlight=…` (or `?tag=…`), once the words and their tags are there. */
export function useLinkedHighlight(desk: Desk) {
  const pane = useDeskState((state) => state.pane);
  const search = useSearchParams();
  const highlight = search.get('highlight');
  const tag = search.get('tag');
  const wanted = tag ?? highlight;
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (!pane || !wanted || opened.current === wanted) return;
    const look = () => {
      if (opened.current === wanted) return;
      const { all } = desk.lying.get();
      const layer = all.find(({ id, highlight: on }) => (tag ? id === tag : on.id === highlight));
      if (!layer) return;
      opened.current = wanted;
      desk.choose(layer);
      pane.reveal(layer, UNFOLDED);
    };
    look();
    return desk.lying.subscribe(look);
  }, [desk, pane, wanted, tag, highlight]);
}
