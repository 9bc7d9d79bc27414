import { paragraphAt } from '@/lib/anchoring/paragraphs';
import type { Span } from '@/lib/anchoring/span';

/**
 * What stands above the lines on which pages of a file begin: "p. 3"; "p. 2–3" where the page begins within the line, as a sentence goes on.
 * `starts` are the offsets at which the pages begin, in order. By the line's index.
 */
export function pageLabels(lines: readonly Span[], starts: readonly number[]): Map<number, string> {
  const pages = new Map<number, { first: number; last: number }>();
  const end = lines.at(-1)?.end ?? 0;
  for (const [index, start] of starts.entries()) {
    // Pages without words at the end begin nowhere in the text.
    if (start >= end) continue;
    const line = paragraphAt(lines, start);
    const known = pages.get(line);
    // Of pages that begin at the same word all but the last are empty.
    const begins = lines[line]?.start === start;
    pages.set(line, { first: begins ? index + 1 : (known?.first ?? index), last: index + 1 });
  }
  return new Map(
    [...pages].map(([line, { first, last }]) => [line, first === last ? `p. ${last}` : `p. ${first}–${last}`]),
  );
}
