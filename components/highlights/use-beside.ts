'use client';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { freeScreen } from '@/components/articles/free-screen';
import type { Span } from '@/lib/anchoring/span';
import { isTight, LEAST, placeBeside, TOUCH_GAP, type Box, type Placed } from './placement';
import { useDesk, useDeskState } from './use-desk';

const WIDEST = 400;
/** What a panel may need once its list is full, px: its side is chosen once, and does not jump while somebody types. */
const ROOM = 340;

const EDGE = 8;

function room(): Box {
  const { top, bottom, left, right } = freeScreen();
  return { top: top + EDGE, bottom: bottom - EDGE, left: left + EDGE, right: right - EDGE };
}

function put(element: HTMLElement, { side, left, edge, maxHeight }: Placed, width: number): void {
  const origin = element.offsetParent?.getBoundingClientRect();
  if (!origin) return;
  const { style } = element;
  style.maxWidth = `${width}px`;
  style.maxHeight = `${maxHeight}px`;
  style.left = `${left - origin.left}px`;
  style.top = `${edge - origin.top}px`;
  style.translate = side === 'above' ? '0 -100%' : '';
}

const touchGap = () => (matchMedia('(pointer: coarse)').matches ? TOUCH_GAP : undefined);

/**
 * Keeps a panel beside words of the article: it scrolls with them and never covers them. Answers the ref of the panel,
 * which is absolutely placed within the column. `small`: it has no list yet, and room on any screen.
 */
export function useBeside<E extends HTMLElement>({ start, end }: Span, small = false) {
  const desk = useDesk();
  const pane = useDeskState((state) => state.pane);
  const panel = useRef<E>(null);

  useLayoutEffect(() => {
    const element = panel.current;
    if (!pane || !element) return;
    let first: Placed | null = null;
    const wordsBox = () => pane.words.rangeOf({ start, end }).getBoundingClientRect();
    const reveal = () => {
      const gap = touchGap();
      const below = !small && isTight(wordsBox(), room(), gap) ? LEAST + (gap ?? 0) : 0;
      pane.reveal({ start, end }, below);
    };
    const place = () => {
      const words = wordsBox();
      const free = room();
      const width = Math.min(WIDEST, free.right - free.left);
      const gap = touchGap();
      const placed = placeBeside(words, free, { width, height: ROOM }, gap);
      first ??= placed;
      const apart = gap ?? 6;
      const edge =
        first.side === placed.side ? placed.edge : first.side === 'above' ? words.top - apart : words.bottom + apart;
      put(element, { ...placed, side: first.side, edge, maxHeight: first.maxHeight }, width);
    };
    reveal();
    place();
    // A keyboard that comes up leaves another room: the words come into it, and the panel chooses its side again.
    const resize = () => {
      first = null;
      reveal();
      place();
    };
    addEventListener('resize', resize);
    visualViewport?.addEventListener('resize', resize);
    const unfollow = pane.onLayout(place);
    return () => {
      removeEventListener('resize', resize);
      visualViewport?.removeEventListener('resize', resize);
      unfollow();
    };
  }, [pane, start, end, small]);

  useEffect(() => {
    const element = panel.current;
    return () => {
      // A panel that goes with the focus in it gives the focus back to the words.
      if (element?.contains(document.activeElement)) desk.pane?.words.host.focus({ preventScroll: true });
    };
  }, [desk]);
  return panel;
}
