import type { Span } from './span';

/** One line of the text with its own line end: `text.slice(start, end)`, in UTF-16 units. */
export interface Paragraph extends Span {
  readonly text: string;
}

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/y;

/**
 * The text cut after every line end (`\n`, `\r\n` or a lone `\r`); the pieces, none of them empty, joined again are
 * the text to the unit. An empty text has no paragraphs.
 */
export function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  for (let start = 0; start < text.length;) {
    LINE.lastIndex = start;
    const piece = LINE.exec(text)?.[0] ?? '';
    found.push({ start, end: start + piece.length, text: piece });
    start += piece.length;
  }
  return found;
}

/**
 * The index of the paragraph that holds the unit at `offset`, by binary search. Offsets before the first belong to the
 * first, the end of the text and beyond to the last; -1 for an empty list.
 */
export function paragraphAt(list: readonly Span[], offset: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, list.length - 1);
}
