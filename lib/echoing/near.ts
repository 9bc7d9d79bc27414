import { SENTENCE } from './prints';
import type { Pair } from './runs';
import { sentencesOf, type Words } from './words';

/** From here on two sentences are nearly identical: twice the words they share in order, over the words of both. */
export const NEAR = 0.7;

/** How many words two rows share in the same order: their longest common subsequence. */
export function sharedInOrder(a: readonly string[], b: readonly string[]): number {
  let [head, tail] = [0, 0];
  const short = Math.min(a.length, b.length);
  while (head < short && a[head] === b[head]) head += 1;
  while (tail < short - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const [middle, other] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  let row = new Uint32Array(other.length + 1);
  for (const word of middle) {
    const next = new Uint32Array(other.length + 1);
    for (let at = 0; at < other.length; at++)
      next[at + 1] = word === other[at] ? row[at]! + 1 : Math.max(next[at]!, row[at + 1]!);
    row = next;
  }
  return head + tail + row[other.length]!;
}

/** How alike two rows of words are that share so many in order: 0 to 1. */
export const likeness = (shared: number, a: number, b: number): number => (2 * shared) / (a + b);

const longEnough = (words: Words) => sentencesOf(words).filter(({ from, to }) => to - from >= SENTENCE);

/** In which sentences a word stands, once for each time that it stands there. */
function sentencesByWord(words: Words, sentences: { from: number; to: number }[]): Map<string, number[]> {
  const byWord = new Map<string, number[]>();
  for (const [nth, { from, to }] of sentences.entries())
    for (const word of words.folded.slice(from, to)) {
      const there = byWord.get(word);
      if (there) there.push(nth);
      else byWord.set(word, [nth]);
    }
  return byWord;
}

/** For each sentence of b, at least how many words it shares with a row of words if any order would do. */
function overlaps(row: string[], inB: Map<string, number[]>, count: number): Uint32Array {
  const times = new Map<string, number>();
  for (const word of row) times.set(word, (times.get(word) ?? 0) + 1);
  const shared = new Uint32Array(count);
  for (const [word, here] of times) {
    let [sentence, there] = [-1, 0];
    for (const nth of inB.get(word) ?? []) {
      there = nth === sentence ? there + 1 : 1;
      sentence = nth;
      if (there <= here) shared[nth]! += 1;
    }
  }
  return shared;
}

/** All pairs of sentences of two texts that are nearly identical or identical, of `SENTENCE` words and more. */
export function nearSentences(a: Words, b: Words): Pair[] {
  const [ofA, ofB] = [longEnough(a), longEnough(b)];
  const inB = sentencesByWord(b, ofB);
  const pairs: Pair[] = [];
  for (const { from: aFrom, to: aTo } of ofA) {
    const row = a.folded.slice(aFrom, aTo);
    const shared = overlaps(row, inB, ofB.length);
    for (const [nth, { from: bFrom, to: bTo }] of ofB.entries()) {
      // Words shared in any order are at least those shared in order: the dear comparison is for few.
      if (likeness(shared[nth]!, row.length, bTo - bFrom) < NEAR) continue;
      const inOrder = sharedInOrder(row, b.folded.slice(bFrom, bTo));
      if (likeness(inOrder, row.length, bTo - bFrom) >= NEAR) pairs.push({ aFrom, aTo, bFrom, bTo });
    }
  }
  return pairs;
}
