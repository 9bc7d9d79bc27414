/** A stretch of one text: UTF-16 code units (JavaScript string indices), `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether a cut at `offset` would separate the two units of one character. Out of range: false. */
export function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
}

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * The span without the white space at its edges (non-breaking spaces, line ends and byte order marks too), or null
 * when nothing else is in it.
 */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}

const WORD = /^[\p{L}\p{N}\p{M}_]$/u;

function wordEndsAt(text: string, offset: number): boolean {
  if (offset <= 0) return false;
  const from = offset - (splitsPair(text, offset - 1) ? 2 : 1);
  return WORD.test(text.slice(from, offset));
}

function wordBeginsAt(text: string, offset: number): boolean {
  const point = text.codePointAt(offset);
  return point !== undefined && WORD.test(String.fromCodePoint(point));
}

/** Whether `offset` lies inside a word: a letter, digit or mark on both sides. */
export const insideWord = (text: string, offset: number): boolean =>
  wordBeginsAt(text, offset) && wordEndsAt(text, offset);

/** A stretch that is the same in both texts, in UTF-16 units. */
export interface Kept {
  readonly oldStart: number;
  readonly newStart: number;
  readonly length: number;
}
