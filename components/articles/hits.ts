import type { Span } from '@/lib/anchoring/span';

/** More than anybody walks through; the count then says "1,000+". */
export const MOST_HITS = 1000;

/**
 * Where the words stand in the text, in order: whatever the case, with any white space between them (a line end or a
 * non-breaking space too), apostrophes and quotation marks of either shape. At most `MOST_HITS`. UTF-16 offsets.
 */
export function hitsOf(text: string, wanted: string): Span[] {
  const words = wanted.trim();
  if (words === '') return [];
  const pattern = words
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/['’‘]/g, "['’‘]")
    .replace(/["“”„]/g, '["“”„]');
  const found: Span[] = [];
  for (const { index, 0: hit } of text.matchAll(new RegExp(pattern, 'giu'))) {
    found.push({ start: index, end: index + hit.length });
    if (found.length >= MOST_HITS) break;
  }
  return found;
}
