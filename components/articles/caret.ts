import type { Paragraph } from '@/lib/anchoring/paragraphs';
import { freeScreen } from './free-screen';
import type { Pane } from './pane';

export type CaretUnit = 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph';

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

/** Moves the caret, or with `extend` the selection's moving end, and keeps it inside the article and on the screen. */
export function moveCaret(pane: Pane, extend: boolean, direction: 'forward' | 'backward', unit: CaretUnit): void {
  const selection = getSelection();
  const before = pane.words.caret();
  if (!selection || before === null) {
    placeCaret(pane);
    return;
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (unit === 'paragraph' && anchorNode) {
    const to = nextParagraph(pane.words.list, before, direction);
    pane.words.select(extend ? pane.words.offsetOf(anchorNode, anchorOffset) : to, to);
  } else if (!extend && !selection.isCollapsed && unit === 'character') {
    if (direction === 'forward') selection.collapseToEnd();
    else selection.collapseToStart();
  } else selection.modify(extend ? 'extend' : 'move', direction, unit);
  if (pane.words.caret() === null && anchorNode && focusNode)
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  keepInView(pane);
}

/** The beginning of the next line with words in it, or of this one and those before; at the ends, the end of the text. */
export function nextParagraph(list: readonly Paragraph[], from: number, direction: 'forward' | 'backward'): number {
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

function keepInView(pane: Pane): void {
  const box = caretBox(pane);
  if (!box) return;
  const { top, bottom } = freeScreen();
  const room = box.height * 2;
  if (box.top < top + box.height) scrollBy({ top: box.top - top - room, behavior: 'instant' });
  else if (box.bottom > bottom - box.height) scrollBy({ top: box.bottom - bottom + room, behavior: 'instant' });
}
