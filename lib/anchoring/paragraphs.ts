import type { Span } from './span';

/** One line of the text with its own line end: `text.slice(start, end)`, in UTF-16 units. */
export interface Paragraph extends Span {
  readonly text: string;
}

/**
 * The text cut after every line end (`\n`, `\r\n` or a lone `\r`); the pieces, none of them empty, joined again are
 * the text to the unit. An empty text has no paragraphs.
 */
export function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  // Where the next of each stands, from `start` on: a text that has none of one is looked through for it once.
  const next = (end: string, start: number) => {
    const at = text.indexOf(end, start);
    return at < 0 ? text.length : at;
  };
  let [feed, back] = [next('\n', 0), next('\r', 0)];
  for (let start = 0; start < text.length;) {
    if (feed < start) feed = next('\n', start);
    if (back < start) back = next('\r', start);
    const last = back < feed && back + 1 !== feed ? back : feed;
    const end = Math.min(last + 1, text.length);
    found.push({ start, end, text: text.slice(start, end) });
    start = end;
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
