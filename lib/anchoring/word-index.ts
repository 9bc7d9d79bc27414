import { splitsPair, type Span } from './span';
import { wordPieces } from './words';

/** Where each word stands in the parts of a text that were indexed. */
export type WordIndex = ReadonlyMap<string, readonly number[]>;

/** Indexes the words of `regions`, once for all anchors: a search for one does not read a megabyte again. */
export function indexWords(text: string, regions: readonly Span[]): WordIndex {
  const index = new Map<string, number[]>();
  for (const region of regions)
    for (const { start, text: word } of wordPieces(text, region)) {
      const places = index.get(word);
      if (places) places.push(start);
      else index.set(word, [start]);
    }
  return index;
}

interface Piece {
  readonly text: string;
  /** Units from the beginning of the quote. */
  readonly at: number;
}

/** The words of a quote that stand in it whole: the first and the last are left out where its edges cut them. */
function wholeWords(quote: string, cutsFirst: boolean, cutsLast: boolean): Piece[] {
  const pieces = wordPieces(quote, { start: 0, end: quote.length }).map(({ start, text }) => ({ at: start, text }));
  const last = pieces.at(-1);
  if (cutsLast && last && last.at + last.text.length === quote.length) pieces.pop();
  if (cutsFirst && pieces[0]?.at === 0) pieces.shift();
  return pieces;
}

type Cuts = { readonly first: boolean; readonly last: boolean };

/** Where a quote may begin, to the unit: wherever its rarest word stands. Null when it holds no whole word to look for. */
export function mayBegin(index: WordIndex, quote: string, cuts: Cuts): number[] | null {
  const pieces = wholeWords(quote, cuts.first, cuts.last);
  let best: number[] | null = null;
  for (const { text, at } of pieces) {
    const places = index.get(text) ?? [];
    if (!best || places.length < best.length) best = places.map((place) => place - at);
  }
  return best;
}

// A word that stands at more places than this says nothing about where a passage is.
const COMMON = 400;
/** The most places that are looked at closely for one quote. */
const MOST = 8;

/** Stretches where many words of the quote stand about as far apart as in it, the best first: where a like passage may be. */
export function likelyStretches(index: WordIndex, text: string, quote: string, cuts: Cuts): Span[] {
  const pieces = wholeWords(quote, cuts.first, cuts.last);
  const width = Math.max(32, Math.ceil(quote.length / 2));
  const votes = new Map<number, number>();
  let voters = 0;
  for (const { text: word, at } of pieces) {
    const places = index.get(word) ?? [];
    if (places.length > COMMON) continue;
    voters += 1;
    for (const bucket of new Set(places.map((place) => Math.floor((place - at) / width))))
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
  }
  const enough = Math.max(1, Math.floor(voters * 0.3));
  return [...votes]
    .filter(([, count]) => count >= enough)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST)
    .map(([bucket]) => stretch(text, bucket * width - width, bucket * width + 2 * width + quote.length));
}

function stretch(text: string, from: number, to: number): Span {
  const [start, end] = [Math.max(0, from), Math.min(text.length, to)];
  return { start: start - (splitsPair(text, start) ? 1 : 0), end: end + (splitsPair(text, end) ? 1 : 0) };
}
