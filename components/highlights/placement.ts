/** A box in viewport coordinates, px. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Placed {
  readonly side: 'below' | 'above';
  readonly left: number;
  /** Viewport y of the edge that faces the words. */
  readonly edge: number;
  /** Beyond this it scrolls inside, so that it reaches neither the words nor the end of the screen. */
  readonly maxHeight: number;
}

/** Between the words and the panel; under a finger the handles of the selection hang there. */
const GAP = 6;
export const TOUCH_GAP = 30;
/** Less than this, px, is no room for a list. */
export const LEAST = 200;

/** Less than this, px, shows nothing: then it rather reaches beyond the screen. */
const SCANT = 150;

/** Whether neither side of the words has room for a list: they have to stand elsewhere on the screen. */
export const isTight = (words: Box, room: Box, gap = GAP): boolean =>
  Math.max(room.bottom - words.bottom, words.top - room.top) - gap < LEAST;

/**
 * Where the composer stands: below the selected words, else above them, never over them. `room` is the part of the
 * screen that is free; `size` what it would like. Where neither side has room it hangs below and the page scrolls.
 */
export function placeBeside(words: Box, room: Box, size: { width: number; height: number }, gap = GAP): Placed {
  const below = room.bottom - words.bottom - gap;
  const above = words.top - room.top - gap;
  const left = Math.max(room.left, Math.min(words.left, room.right - size.width));
  const side = below >= size.height || (below >= above && below >= LEAST) || above < LEAST ? 'below' : 'above';
  if (side === 'above') return { side, left, edge: words.top - gap, maxHeight: above };
  return { side, left, edge: words.bottom + gap, maxHeight: Math.max(below, SCANT) };
}
