import search from 'approx-string-match';
import type { StoredAnchor } from './pin';
import { insideWord, overlap, splitsPair, trimSpan, type Span } from './span';
import { likelyStretches, mayBegin, type WordIndex } from './word-index';

export interface Candidate extends Span {
  /** How many units differ from the quote: 0 for the same words. */
  readonly errors: number;
  /** Which share of the stored prefix and suffix still adjoins, 0–1. */
  readonly context: number;
}

// Shorter quotes are found anywhere by chance when a fifth of them may differ; longer ones cost too much to look for.
const SHORTEST = 16;
const LONGEST = 4_000;
const ERROR_SHARE = 0.2;

function sharedLength(a: string, b: string, fromEnd: boolean): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  const at = (text: string) => text.charCodeAt(fromEnd ? text.length - 1 - length : length);
  while (length < most && at(a) === at(b)) length += 1;
  return length;
}

/** Which share of an anchor's prefix and suffix adjoins the span of another text, 0–1. */
export function contextShare(text: string, span: Span, { prefix, suffix }: StoredAnchor): number {
  const before = text.slice(Math.max(0, span.start - prefix.length), span.start);
  const after = text.slice(span.end, span.end + suffix.length);
  const shared = sharedLength(before, prefix, true) + sharedLength(after, suffix, false);
  return shared / Math.max(1, prefix.length + suffix.length);
}

/** Whether the span cuts no word that the anchor did not cut. */
function edgesFit(oldText: string, anchor: Span, newText: string, span: Span): boolean {
  const fits = (old: number, young: number) => insideWord(oldText, old) || !insideWord(newText, young);
  return fits(anchor.start, span.start) && fits(anchor.end, span.end);
}

/** What is new in a text, and where its words stand. */
export interface News {
  readonly regions: readonly Span[];
  readonly index: WordIndex;
}

const cutsOf = (oldText: string, { start, end }: Span) => ({
  first: insideWord(oldText, start),
  last: insideWord(oldText, end),
});

/** Offsets at which the quote may begin so that it touches what is new. */
function beginnings(oldText: string, newText: string, { regions, index }: News, anchor: StoredAnchor): number[] {
  const known = mayBegin(index, anchor.quote, cutsOf(oldText, anchor));
  if (known) return known;
  const { length } = anchor.quote;
  return regions.flatMap((region) => {
    const found: number[] = [];
    const from = Math.max(0, region.start - length + 1);
    const window = newText.slice(from, region.end + length - 1);
    for (let at = window.indexOf(anchor.quote); at >= 0; at = window.indexOf(anchor.quote, at + 1))
      found.push(from + at);
    return found;
  });
}

/**
 * Every place among what is new where the quote stands to the unit, cutting no more words than the anchor did; the place
 * with most of the context around it first.
 */
export function sameWords(oldText: string, newText: string, news: News, anchor: StoredAnchor): Candidate[] {
  const found = new Map<number, Candidate>();
  for (const start of beginnings(oldText, newText, news, anchor)) {
    const span = { start, end: start + anchor.quote.length };
    if (start < 0 || found.has(start) || !newText.startsWith(anchor.quote, start)) continue;
    if (edgesFit(oldText, anchor, newText, span))
      found.set(start, { ...span, errors: 0, context: contextShare(newText, span, anchor) });
  }
  return [...found.values()].sort((a, b) => b.context - a.context || a.start - b.start);
}

/** Widens to the edges of words and characters, then drops white space that the quote did not have. */
function tidy(text: string, quote: string, span: Span): Span {
  let { start, end } = span;
  while (insideWord(text, start) || splitsPair(text, start)) start -= 1;
  while (insideWord(text, end) || splitsPair(text, end)) end += 1;
  return (quote.trim() === quote ? trimSpan(text, { start, end }) : null) ?? { start, end };
}

/** What looking for likeness may still cost, in units of text times 32 units of a quote. */
export interface Effort {
  left: number;
}

/**
 * Places among what is new where at most a fifth of the quote's units differ, best first. Two places in one stretch that
 * differ equally are both given. Quotes under 16 or over 4,000 units: none. Null when `effort` does not suffice.
 */
export function fuzzyPlaces(
  oldText: string,
  newText: string,
  news: News,
  anchor: StoredAnchor,
  effort: Effort,
): Candidate[] | null {
  const { quote } = anchor;
  if (quote.length < SHORTEST || quote.length > LONGEST) return [];
  const found: Candidate[] = [];
  for (const stretch of likelyStretches(news.index, newText, quote, cutsOf(oldText, anchor))) {
    effort.left -= (stretch.end - stretch.start) * Math.ceil(quote.length / 32);
    if (effort.left < 0) return null;
    const text = newText.slice(stretch.start, stretch.end);
    for (const match of search(text, quote, Math.floor(quote.length * ERROR_SHARE))) {
      const span = tidy(newText, quote, { start: stretch.start + match.start, end: stretch.start + match.end });
      if (!found.some((other) => overlap(other, span)))
        found.push({ ...span, errors: match.errors, context: contextShare(newText, span, anchor) });
    }
  }
  return found.sort((a, b) => a.errors - b.errors || b.context - a.context || a.start - b.start);
}
