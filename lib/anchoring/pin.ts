import { splitsPair, type Span } from './span';

/** How much of the surroundings goes with a quote, in UTF-16 units each side; Hypothesis keeps the same. */
export const CONTEXT_UNITS = 32;

/**
 * What a highlight's row holds. It is true of the article version that the row names and of no other text; for another
 * text see `relocate`, whose answer is a type of its own (`state` keeps the two apart).
 */
export interface StoredAnchor extends Span {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly state?: never;
}

export type PinRefusal = 'out-of-range' | 'empty' | 'splits-surrogate' | 'quote-mismatch';

/** The surroundings of a span, at most 32 units each side and never half a character; shorter at the text's ends. */
export function contextOf(text: string, { start, end }: Span): { prefix: string; suffix: string } {
  const from = Math.max(0, start - CONTEXT_UNITS);
  const to = Math.min(text.length, end + CONTEXT_UNITS);
  return {
    prefix: text.slice(from + (splitsPair(text, from) ? 1 : 0), start),
    suffix: text.slice(end, to - (splitsPair(text, to) ? 1 : 0)),
  };
}

function refusal(text: string, { start, end, quote }: Span & { quote: string }): PinRefusal | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'out-of-range';
  if (start < 0 || end > text.length || start > end) return 'out-of-range';
  if (start === end) return 'empty';
  if (splitsPair(text, start) || splitsPair(text, end)) return 'splits-surrogate';
  return text.slice(start, end) === quote ? null : 'quote-mismatch';
}

/**
 * Pins selected words to the exact text of one article version, or says why that cannot be.
 * Offsets are UTF-16 units; nothing is trimmed or normalised.
 */
export function pin(text: string, words: Span & { quote: string }): StoredAnchor | { refused: PinRefusal } {
  const refused = refusal(text, words);
  if (refused) return { refused };
  const { start, end, quote } = words;
  return { start, end, quote, ...contextOf(text, words) };
}
