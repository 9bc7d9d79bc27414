import { sentencesOf, type Words } from './words';

// What of a text is looked up to find others that share a passage with it. Two families of numbers:
// - exact: hashes of K words in a row, of which winnowing keeps the least of every W neighbours (Schleimer, Wilkerson and Aiken,
//   "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003). Texts that share a run of K + W - 1 words share a print.
// - near: of each sentence 128 MinHashes over its pairs of neighbouring words (Broder 1997), in 32 bands of 4 rows (locality-sensitive
//   hashing, Indyk and Motwani 1998). Sentences of Jaccard similarity s share a band with probability 1 - (1 - s⁴)³².

/** The shortest run of words that is an echo. */
export const RUN = 8;
const K = 6;
const W = RUN - K + 1;
const BANDS = 32;
const ROWS = 4;
/** A sentence of fewer words is near to too many others. */
export const SENTENCE = 8;

/** 32 bits of FNV-1a with the finish of MurmurHash3, so that every bit of the word moves every bit of the hash. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return finished(hash);
}

function finished(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A whole number below 2⁵³ of a family: a number that JavaScript and PostgreSQL both hold. */
function print(family: number, values: ArrayLike<number>, from: number, to: number): number {
  let low = finished(0x9e3779b9 ^ family);
  let high = finished(0x7f4a7c15 ^ family);
  for (let at = from; at < to; at++) {
    low = finished(Math.imul(low, 31) ^ values[at]!);
    high = finished(Math.imul(high, 37) ^ values[at]! ^ 0x5bd1e995);
  }
  return (high & 0x1fffff) * 0x100000000 + low;
}

function exactPrints(hashes: Uint32Array, into: Set<number>): void {
  const grams: number[] = [];
  for (let at = 0; at + K <= hashes.length; at++) grams.push(print(0, hashes, at, at + K));
  for (let at = 0; at + W <= grams.length; at++) {
    let least = grams[at]!;
    for (let next = at + 1; next < at + W; next++) least = Math.min(least, grams[next]!);
    into.add(least);
  }
}

// Each of the 128 functions is x → finish(x ^ seed): on 32 bits a bijection, so the least of a set is as good as random.
const SEEDS = Uint32Array.from({ length: BANDS * ROWS }, (_, nth) => finished(nth + 1));

function nearPrints(hashes: Uint32Array, from: number, to: number, into: Set<number>): void {
  const least = new Uint32Array(SEEDS.length).fill(0xffffffff);
  for (let at = from; at + 1 < to; at++) {
    const pair = Math.imul(hashes[at]!, 31) ^ hashes[at + 1]!;
    for (let nth = 0; nth < SEEDS.length; nth++) {
      const value = finished(pair ^ SEEDS[nth]!);
      if (value < least[nth]!) least[nth] = value;
    }
  }
  for (let band = 0; band < BANDS; band++) into.add(print(band + 1, least, band * ROWS, (band + 1) * ROWS));
}

/**
 * The prints of a text, each a whole number below 2⁵³. Texts that share a run of `RUN` words share at least one; texts that share a
 * nearly identical sentence very probably do. Texts that share neither share one only by chance.
 */
export function printsOf(words: Words): number[] {
  const hashes = Uint32Array.from(words.folded, hashOf);
  const prints = new Set<number>();
  exactPrints(hashes, prints);
  for (const { from, to } of sentencesOf(words)) if (to - from >= SENTENCE) nearPrints(hashes, from, to, prints);
  return [...prints];
}
