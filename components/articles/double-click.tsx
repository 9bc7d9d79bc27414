'use client';
import { useEffect } from 'react';
import { offsetAt } from '@/components/highlights/edge-place';
import { useDeskState } from '@/components/highlights/use-desk';
import { overlap, type Span } from '@/lib/anchoring/span';
import { nextCharacter } from '@/lib/anchoring/snap';
import type { Pane } from './pane';

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** What is seen as one character under a point of the screen; null beside the words, and on white space. */
function characterUnder(pane: Pane, x: number, y: number): Span | null {
  const { text } = pane.words;
  const offset = offsetAt(pane, x, y);
  if (offset === null) return null;
  // The nearer edge of it: the character stands on either side.
  const start = nextCharacter(text, nextCharacter(text, offset, 'forward'), 'backward');
  const before = nextCharacter(text, start, 'backward');
  for (const span of [
    { start, end: nextCharacter(text, start, 'forward') },
    { start: before, end: start },
  ]) {
    const boxes = span.start < span.end ? [...pane.words.rangeOf(span).getClientRects()] : [];
    const isUnder = boxes.some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
    if (isUnder && text.slice(span.start, span.end).trim() !== '') return span;
  }
  return null;
}

/**
 * Browsers know no word in an emoji or a sign: a double click on one selects what stands beside it, or it with its neighbour. Here it
 * selects the emoji, and of anything else what was clicked on, where that is not in the selection anyway.
 */
export function DoubleClick() {
  const pane = useDeskState((state) => state.pane);
  useEffect(() => {
    if (!pane) return;
    const take = ({ clientX, clientY }: MouseEvent) => {
      const under = characterUnder(pane, clientX, clientY);
      const selected = pane.words.selected();
      if (!under) return;
      // What stands before an emoji without a blank is no part of it.
      const isOwn = EMOJI.test(pane.words.text.slice(under.start, under.end)) || !selected || !overlap(selected, under);
      if (isOwn) pane.words.select(under.start, under.end);
    };
    const { host } = pane.words;
    host.addEventListener('dblclick', take);
    return () => host.removeEventListener('dblclick', take);
  }, [pane]);
  return null;
}
