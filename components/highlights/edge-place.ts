import type { Pane } from '@/components/articles/pane';
import { runsLeft, type Edge } from '@/lib/anchoring/edges';
import { nextCharacter } from '@/lib/anchoring/snap';
import type { Span } from '@/lib/anchoring/span';

/** Where an edge of words stands on the screen, viewport px; null where nothing is drawn there. */
export function edgePlace(pane: Pane, span: Span, edge: Edge): { x: number; top: number; bottom: number } | null {
  const { text } = pane.words;
  const start = edge === 'start' ? span.start : nextCharacter(text, span.end, 'backward');
  const boxes = [...pane.words.rangeOf({ start, end: nextCharacter(text, start, 'forward') }).getClientRects()];
  const box = edge === 'start' ? boxes[0] : boxes.at(-1);
  if (!box) return null;
  const atLeft = (edge === 'start') !== runsLeft(text, span, edge);
  return { x: atLeft ? box.left : box.right, top: box.top, bottom: box.bottom };
}

interface Caret {
  readonly offsetNode: Node;
  readonly offset: number;
}
type Points = Document & { caretPositionFromPoint?: (x: number, y: number) => Caret | null };

/** The offset in the article under a point of the screen; null beside the text. */
export function offsetAt(pane: Pane, x: number, y: number): number | null {
  const found = (document as Points).caretPositionFromPoint?.(x, y);
  if (!found || !pane.words.host.contains(found.offsetNode)) return null;
  return pane.words.offsetOf(found.offsetNode, found.offset);
}
