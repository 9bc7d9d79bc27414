import { offsetAt } from '@/components/highlights/edge-place';
import { wholeCharacters, type Direction } from '@/lib/anchoring/snap';
import { afterFrame } from './after-frame';
import { anchorOf, caretBox, extentOf, placeCaret, type CaretStep } from './caret';
import { freeScreen } from './free-screen';
import type { Pane } from './pane';

/** The text under a point, or the nearest below it: between two paragraphs there is none. */
function textAt(pane: Pane, x: number, y: number, line: number): number | null {
  for (const below of [0, 1, 2]) {
    const found = offsetAt(pane, x, y + below * line);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Takes the caret, or with `extend` the selection's moving end, a screen on or back: it keeps its place on the screen, and goes to the end of the
 * text where the page goes no further. What comes into view is laid out first: `done` hears of it a frame later.
 */
export function moveByScreen(pane: Pane, extend: boolean, way: Direction, done: (step: CaretStep) => void): void {
  const from = pane.words.caret();
  if (from === null) return placeCaret(pane);
  const { text } = pane.words;
  const box = caretBox(pane);
  const { top, bottom } = freeScreen();
  const line = box?.height || 24;
  const y = Math.min(bottom - line, Math.max(top + line, (box?.top ?? top) + line / 2));
  const x = box?.left ?? 0;
  const before = scrollY;
  const by = Math.max(line, bottom - top - 2 * line);
  scrollBy({ top: way === 'forward' ? by : -by, behavior: 'instant' });
  const anchor = anchorOf(pane) ?? from;
  const hasScrolled = scrollY !== before;
  afterFrame(() => {
    const end = way === 'forward' ? text.length : 0;
    const at = hasScrolled ? (textAt(pane, x, y, line) ?? pane.firstSeen()) : end;
    const to = wholeCharacters(text, { start: at, end: at }).start;
    pane.words.select(extend ? anchor : to, to);
    if (!hasScrolled) pane.reveal({ start: to, end: to });
    done({ from, to, unit: 'paragraph', extent: extentOf(extend, anchor, from, to) });
  }, 0);
}

/** Takes it to the beginning or the end of the text. */
export function moveToEnd(pane: Pane, extend: boolean, way: Direction): CaretStep {
  const to = way === 'forward' ? pane.words.text.length : 0;
  const from = pane.words.caret() ?? to;
  const anchor = anchorOf(pane) ?? from;
  pane.words.select(extend ? anchor : to, to);
  pane.reveal({ start: to, end: to });
  return { from, to, unit: 'paragraph', extent: extentOf(extend, anchor, from, to) };
}
