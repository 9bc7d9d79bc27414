import { freeScreen } from '@/components/articles/free-screen';
import type { Pane } from '@/components/articles/pane';
import { withEdge, type Edge } from '@/lib/anchoring/edges';
import type { Highlight } from '@/lib/highlights/highlight';
import type { Desk } from './desk';
import { edgePlace, offsetAt } from './edge-place';
import { keepEdges, preview, spanNow, stayPut } from './move-edges';

/** How near to the end of the free screen the text begins to scroll, px. */
const BRINK = 32;

function scrollAt(y: number): void {
  const { top, bottom } = freeScreen();
  if (y < top + BRINK) scrollBy({ top: -BRINK, behavior: 'instant' });
  else if (y > bottom - BRINK) scrollBy({ top: BRINK, behavior: 'instant' });
}

interface Press {
  readonly clientX: number;
  readonly clientY: number;
  readonly pointerType: string;
}

/** How far up or down a mouse goes before what counts is the line that it points at, px. */
const LEAVES = 10;

/**
 * Follows the pointer that took hold of a handle until it lets go, which saves, or Escape, which leaves all as it was.
 * Only a drawing of the browser's moves with it: the text's own nodes stay what they are under the pointer.
 */
export function dragEdge(desk: Desk, pane: Pane, highlight: Highlight, edge: Edge, press: Press): void {
  const place = edgePlace(pane, spanNow(desk, highlight), edge);
  if (!place) return;
  // The handle is held beside the line: what counts is where the edge itself would be. A finger hides what it is on; a mouse does not,
  // and whoever goes to another line with it puts it on the words.
  const still = ({ clientY, pointerType }: Press) =>
    pointerType === 'mouse' ? Math.max(0, 1 - Math.abs(clientY - press.clientY) / LEAVES) : 1;
  const aside = { x: place.x - press.clientX, y: (place.top + place.bottom) / 2 - press.clientY };
  const move = (event: PointerEvent) => {
    const { clientX, clientY } = event;
    scrollAt(clientY);
    const offset = offsetAt(pane, clientX + aside.x, clientY + aside.y * still(event));
    if (offset === null) return;
    preview(desk, highlight, withEdge(pane.words.text, spanNow(desk, highlight), edge, offset), 'pointer');
  };
  const done = new AbortController();
  const { signal } = done;
  const drop = () => {
    done.abort();
    void keepEdges(desk);
  };
  const leave = () => {
    done.abort();
    stayPut(desk);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
  addEventListener('pointermove', move, { signal });
  addEventListener('pointerup', drop, { signal });
  addEventListener('pointercancel', leave, { signal });
  addEventListener('keydown', key, { signal, capture: true });
  preview(desk, highlight, spanNow(desk, highlight), 'pointer');
}
