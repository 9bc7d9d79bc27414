import { likeness, nearSentences, sharedInOrder } from './near';
import { sharedRuns, type Pair } from './runs';
import type { Words } from './words';

/** A span in UTF-16 units, end exclusive. */
export type Span = { start: number; end: number };
/** What two texts share in one place: `words` in the same order; `likeness` is 1 where it is word for word. */
export type SharedPassage = { a: Span; b: Span; kind: 'exact' | 'near'; words: number; likeness: number };

// Pieces that stand in the same order with no more than so many words between them, on either side, are one passage,
// as long as the whole stays at least so alike.
const GAP = 12;
const WHOLE = 0.6;

const inOrder = (p: Pair, q: Pair) => p.aFrom - q.aFrom || p.bFrom - q.bFrom || q.aTo - p.aTo || q.bTo - p.bTo;
const within = (p: Pair, q: Pair) => p.aFrom >= q.aFrom && p.aTo <= q.aTo && p.bFrom >= q.bFrom && p.bTo <= q.bTo;

type Piece = Pair & { shared: number };

const shared = (a: Words, b: Words, { aFrom, aTo, bFrom, bTo }: Pair) =>
  sharedInOrder(a.folded.slice(aFrom, aTo), b.folded.slice(bFrom, bTo));

const likenessOf = (piece: Piece) => likeness(piece.shared, piece.aTo - piece.aFrom, piece.bTo - piece.bFrom);

const overlapping = (p: Pair, q: Pair) => p.aFrom < q.aTo && q.aFrom < p.aTo && p.bFrom < q.bTo && q.bFrom < p.bTo;

/** Whether the second goes on where the first ends, or overlaps it, on both sides. */
const goesOn = (p: Pair, q: Pair) =>
  overlapping(p, q) || (q.aFrom >= p.aTo && q.bFrom >= p.bTo && q.aFrom - p.aTo <= GAP && q.bFrom - p.bTo <= GAP);

/** Two pieces as one. Only what the second adds is compared, so that a long passage of many pieces is not compared anew for each. */
function together(a: Words, b: Words, one: Piece, next: Piece): Piece {
  const whole = {
    aFrom: Math.min(one.aFrom, next.aFrom),
    aTo: Math.max(one.aTo, next.aTo),
    bFrom: Math.min(one.bFrom, next.bFrom),
    bTo: Math.max(one.bTo, next.bTo),
  };
  const added = overlapping(one, next)
    ? shared(a, b, { aFrom: one.aTo, aTo: whole.aTo, bFrom: one.bTo, bTo: whole.bTo })
    : shared(a, b, { aFrom: one.aTo, aTo: next.aFrom, bFrom: one.bTo, bTo: next.bFrom }) + next.shared;
  return { ...whole, shared: one.shared + added };
}

/** Puts pieces together that follow one another, as long as the whole stays alike. */
function merged(a: Words, b: Words, pairs: Pair[]): Piece[] {
  const open: Piece[] = [];
  for (const pair of pairs.sort(inOrder)) {
    if (open.some((one) => within(pair, one))) continue;
    const at = open.findLastIndex((one) => goesOn(one, pair));
    const one = open[at];
    const next = { ...pair, shared: shared(a, b, pair) };
    const whole = one && together(a, b, one, next);
    if (whole && likenessOf(whole) >= WHOLE) open[at] = whole;
    else open.push(next);
  }
  return open.filter((one) => !open.some((other) => other !== one && within(one, other)));
}

/**
 * The passages that two texts share, in the order of the first: every run of `RUN` words or more and every nearly identical sentence,
 * neighbours put together. The same is found whichever text is named first.
 */
export function sharedPassages(a: Words, b: Words): SharedPassage[] {
  if (a.text > b.text)
    return sharedPassages(b, a)
      .map((one) => ({ ...one, a: one.b, b: one.a }))
      .sort((one, next) => one.a.start - next.a.start || one.b.start - next.b.start);
  const pieces = merged(a, b, [...sharedRuns(a.folded, b.folded), ...nearSentences(a, b)]);
  return pieces.sort(inOrder).map((piece) => {
    const like = likenessOf(piece);
    return {
      a: { start: a.starts[piece.aFrom]!, end: a.ends[piece.aTo - 1]! },
      b: { start: b.starts[piece.bFrom]!, end: b.ends[piece.bTo - 1]! },
      kind: like === 1 ? 'exact' : 'near',
      words: piece.shared,
      likeness: like,
    };
  });
}
