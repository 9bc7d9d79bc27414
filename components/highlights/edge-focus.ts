import { announce } from '@/components/ui/announce';
import type { Edge } from '@/lib/anchoring/edges';
import type { Desk } from './desk';
import type { Layer } from './layer';
import { keepEdges, mayMove } from './move-edges';
import { chooseFirst } from './selection';

export const edgeId = (edge: Edge): string => `edge-${edge}`;

/** The edge whose handle has the focus. */
export function heldEdge(): Edge | null {
  const { id = '' } = document.activeElement ?? {};
  return id === edgeId('start') ? 'start' : id === edgeId('end') ? 'end' : null;
}

/** Takes hold of the end of the chosen words, or of their other edge. */
export function takeHold(desk: Desk, layer: Layer | undefined): void {
  if (!layer) return announce(chooseFirst());
  const allowed = mayMove(desk, layer.highlight);
  if (allowed !== true) return announce(allowed, true);
  const edge = (awaited ?? heldEdge()) === 'end' ? 'start' : 'end';
  awaited = edge;
  desk.pane?.reveal(layer.highlight);
  focusWhenThere(desk, layer.id, edge);
}

/** The edge that is to be held as soon as its handle is there. */
let awaited: Edge | null = null;

/** The handles come with the first choice: a key that is quicker than they are is not lost, nor is the next. */
function focusWhenThere(desk: Desk, id: string, edge: Edge, frames = 120): void {
  if (awaited !== edge) return;
  const handle = document.getElementById(edgeId(edge));
  if (!handle && frames > 0 && desk.chosen?.id === id) {
    requestAnimationFrame(() => focusWhenThere(desk, id, edge, frames - 1));
    return;
  }
  awaited = null;
  handle?.focus({ preventScroll: true });
}

/** Saves what was moved; the focus goes back to the tag, or to the words where the margin does not show it. */
export function leaveEdges(desk: Desk): void {
  void keepEdges(desk);
  const entry = document.getElementById(`entry-${desk.store.get().chosen}`);
  (entry ?? desk.pane?.words.host)?.focus({ preventScroll: true });
}
