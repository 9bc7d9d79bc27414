import type { Spot } from '@/e2e/support/bulk';

/** A way to show a long text with spans marked in it, in the page of the peers. */
export interface Candidate {
  /** Shows everything; when it returns, or its promise resolves, the spans are marked. */
  open: (host: HTMLElement, text: string, spots: readonly Spot[]) => void | Promise<void>;
  /** Marks one span more. */
  add: (spot: Spot) => void;
  /** Whether a span is marked under a point of the screen. */
  hit: (x: number, y: number) => boolean;
  /** The native selection as offsets of the text. */
  selected: () => Spot | null;
}

export const TONES = 8;

/** Line by line with the line's own end, as the product shows it. */
export function linesOf(text: string): { start: number; text: string }[] {
  const found: { start: number; text: string }[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    found.push({ start, text: text.slice(start, end) });
    start = end;
  }
  return found;
}

/** The index of the line that an offset is in. */
export function lineAt(lines: readonly { start: number }[], offset: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
