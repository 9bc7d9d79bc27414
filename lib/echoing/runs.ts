import { RUN } from './prints';

/** Words [from, to) of one text beside as many, or nearly the same ones, of the other. */
export type Pair = { aFrom: number; aTo: number; bFrom: number; bTo: number };

/** Where each run of `RUN` words begins, by the run. */
function places(words: readonly string[]): Map<string, number[]> {
  const at = new Map<string, number[]>();
  for (let from = 0; from + RUN <= words.length; from++) {
    const run = words.slice(from, from + RUN).join(' ');
    const there = at.get(run);
    if (there) there.push(from);
    else at.set(run, [from]);
  }
  return at;
}

// A run that stands often in both texts (a refrain, a table) is paired place by place, not each with each.
const MOST_PAIRS = 16;

function* placePairs(inA: number[], inB: number[]): Generator<[number, number]> {
  if (inA.length * inB.length <= MOST_PAIRS) for (const i of inA) for (const j of inB) yield [i, j];
  else
    for (let nth = 0; nth < Math.max(inA.length, inB.length); nth++)
      yield [inA[Math.min(nth, inA.length - 1)]!, inB[Math.min(nth, inB.length - 1)]!];
}

/** The pair made as long as the words on both sides stay the same. */
function longest(a: readonly string[], b: readonly string[], i: number, j: number): Pair {
  let [before, after] = [0, RUN];
  while (i > before && j > before && a[i - before - 1] === b[j - before - 1]) before += 1;
  while (i + after < a.length && j + after < b.length && a[i + after] === b[j + after]) after += 1;
  return { aFrom: i - before, aTo: i + after, bFrom: j - before, bTo: j + after };
}

const lengthOf = (pair: Pair) => pair.aTo - pair.aFrom;

/** Drops what says nothing new: both its sides lie within words that longer pairs have already. */
function withoutCovered(pairs: Pair[], aLength: number, bLength: number): Pair[] {
  const [inA, inB] = [new Uint8Array(aLength), new Uint8Array(bLength)];
  const covered = (pair: Pair) =>
    inA.subarray(pair.aFrom, pair.aTo).every(Boolean) && inB.subarray(pair.bFrom, pair.bTo).every(Boolean);
  return pairs
    .sort((p, q) => lengthOf(q) - lengthOf(p) || p.aFrom + p.bFrom - (q.aFrom + q.bFrom))
    .filter((pair) => {
      if (covered(pair)) return false;
      inA.fill(1, pair.aFrom, pair.aTo);
      inB.fill(1, pair.bFrom, pair.bTo);
      return true;
    });
}

/**
 * The runs of at least `RUN` words that two texts share, each as long as it can be. Every word that stands in such a run lies in
 * one of them, on its own side.
 */
export function sharedRuns(a: readonly string[], b: readonly string[]): Pair[] {
  const inB = places(b);
  const seeds: [number, number][] = [];
  for (const [run, inA] of places(a)) seeds.push(...placePairs(inA, inB.get(run) ?? []));
  // Along each diagonal in order, so that what an earlier seed has grown over is passed by.
  seeds.sort(([i, j], [k, l]) => i - j - (k - l) || i - k);
  const found: Pair[] = [];
  for (const [i, j] of seeds) {
    const last = found.at(-1);
    if (last && last.aFrom - last.bFrom === i - j && last.aTo >= i + RUN) continue;
    found.push(longest(a, b, i, j));
  }
  return withoutCovered(found, a.length, b.length);
}
