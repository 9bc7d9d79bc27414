import { paragraphAt, type Paragraph } from '@/lib/anchoring/paragraphs';
import { nextCharacter, nextWord, wholeCharacters, type Direction } from '@/lib/anchoring/snap';
import { freeScreen } from './free-screen';
import type { Pane } from './pane';

export type CaretUnit = 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph';

/** Which way a key goes: in the order of the text, or to a side, which is back where a paragraph runs right to left. */
export type Way = Direction | 'right' | 'left';

/** A step that the caret made: what it passed over, and whether that is now selected. */
export interface CaretStep {
  readonly from: number;
  readonly to: number;
  readonly unit: CaretUnit;
  readonly extent: 'moved' | 'longer' | 'shorter';
}

/** Where a caret at the native selection's moving end is to be drawn, in viewport px; null when it is not in the article. */
export function caretBox(pane: Pane): DOMRect | null {
  const offset = pane.words.caret();
  if (offset === null) return null;
  const { text } = pane.words;
  const here = pane.words.rangeOf({ start: offset, end: offset }).getClientRects()[0];
  if (here && here.height > 0) return here;
  // At the edge of a line a collapsed range has no box: the neighbouring character lends its own.
  const after = pane.words.rangeOf({ start: offset, end: Math.min(text.length, offset + 1) }).getClientRects()[0];
  if (after && after.height > 0) return new DOMRect(after.left, after.top, 0, after.height);
  const before = [...pane.words.rangeOf({ start: Math.max(0, offset - 1), end: offset }).getClientRects()].at(-1);
  return before ? new DOMRect(before.right, before.top, 0, before.height) : null;
}

function directionOf(pane: Pane, offset: number, way: Way): Direction {
  if (way === 'forward' || way === 'backward') return way;
  const element = pane.words.lines[paragraphAt(pane.words.list, offset)];
  const leftwards = element !== undefined && getComputedStyle(element).direction === 'rtl';
  return (way === 'right') === leftwards ? 'backward' : 'forward';
}

/** By lines the browser moves, which alone knows where they break; its column lasts as long as its selection is left alone. */
function modifyByLine(pane: Pane, extend: boolean, direction: Direction, unit: 'line' | 'lineboundary'): void {
  const selection = getSelection();
  const before = pane.words.caret();
  if (!selection || before === null) return;
  const anchor = anchorOf(pane) ?? before;
  selection.modify(extend ? 'extend' : 'move', direction, unit);
  const to = pane.words.caret();
  const whole = wholeCharacters(pane.words.text, { start: to ?? before, end: to ?? before }).start;
  if (to !== whole) pane.words.select(extend ? anchor : whole, whole);
}

/** The end of the selection that stays; null where nothing is selected. */
export function anchorOf(pane: Pane): number | null {
  const selection = getSelection();
  return selection?.anchorNode ? pane.words.offsetOf(selection.anchorNode, selection.anchorOffset) : null;
}

function target(pane: Pane, extend: boolean, direction: Direction, unit: 'character' | 'word' | 'paragraph'): number {
  const { text, list } = pane.words;
  const caret = pane.words.caret() ?? 0;
  const selected = pane.words.selected();
  if (unit === 'paragraph') return nextParagraph(list, caret, direction);
  if (unit === 'word') return nextWord(text, caret, direction);
  if (selected && !extend) return direction === 'forward' ? selected.end : selected.start;
  return nextCharacter(text, caret, direction);
}

/**
 * Moves the caret, or with `extend` the selection's moving end, by whole characters, and keeps it inside the article and
 * on the screen. Null where there was no caret yet: it then stands on the first line that is seen.
 */
export function moveCaret(pane: Pane, extend: boolean, way: Way, unit: CaretUnit): CaretStep | null {
  const from = pane.words.caret();
  if (from === null) {
    placeCaret(pane);
    return null;
  }
  const direction = directionOf(pane, from, way);
  const anchor = anchorOf(pane) ?? from;
  if (unit === 'line' || unit === 'lineboundary') modifyByLine(pane, extend, direction, unit);
  else {
    const to = target(pane, extend, direction, unit);
    pane.words.select(extend ? anchor : to, to);
  }
  keepInView(pane);
  const to = pane.words.caret() ?? from;
  return { from, to, unit, extent: extentOf(extend, anchor, from, to) };
}

/** What a step did to the selection that ends at `anchor`. */
export function extentOf(extend: boolean, anchor: number, from: number, to: number): CaretStep['extent'] {
  if (!extend) return 'moved';
  return Math.abs(to - anchor) > Math.abs(from - anchor) ? 'longer' : 'shorter';
}

/** The beginning of the next line with words in it, or of this one and those before; at the ends, the end of the text. */
export function nextParagraph(list: readonly Paragraph[], from: number, direction: Direction): number {
  const holds = ({ text }: Paragraph) => text.trim() !== '';
  if (direction === 'backward') return list.findLast((one) => one.start < from && holds(one))?.start ?? 0;
  return list.find((one) => one.start > from && holds(one))?.start ?? list.at(-1)?.end ?? 0;
}

/** Puts the caret at the first line on the screen, unless it is in the article already. */
export function placeCaret(pane: Pane): void {
  if (pane.words.caret() !== null) return;
  const offset = pane.firstSeen();
  pane.words.select(offset, offset);
}

/** Scrolls so that the caret is on the free part of the screen. */
export function keepInView(pane: Pane): void {
  const box = caretBox(pane);
  if (!box) return;
  const { top, bottom } = freeScreen();
  const room = box.height * 2;
  if (box.top < top + box.height) scrollBy({ top: box.top - top - room, behavior: 'instant' });
  else if (box.bottom > bottom - box.height) scrollBy({ top: box.bottom - bottom + room, behavior: 'instant' });
}
