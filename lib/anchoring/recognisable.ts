import { editDistance } from './edit-distance';
import { wordList } from './words';

// Beyond this many words only the same spelling counts as the same word.
const COMPARED = 200;

/** One word known again: the same, or of four letters or more with at most a third of them other. A number is the same or another. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [shortest, longest] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (shortest < 4 || longest - shortest > longest / 3 || /\p{N}/u.test(a + b)) return false;
  return editDistance(a, b) <= longest / 3;
}

/** How many words of one list stand in the other, in the same order. */
function inOrder(before: readonly string[], after: readonly string[]): number {
  const same = Math.max(before.length, after.length) > COMPARED ? Object.is : sameWord;
  let row = new Array<number>(after.length + 1).fill(0);
  for (const word of before) {
    const next = [0];
    for (const [at, other] of after.entries()) {
      const [over, left] = [row[at + 1] ?? 0, next[at] ?? 0];
      next.push(same(word, other) ? (row[at] ?? 0) + 1 : Math.max(over, left));
    }
    row = next;
  }
  return row[after.length] ?? 0;
}

/**
 * Whether an analyst would call `found` the words of `quote`: at least half of its words stand there, in order, and they are
 * at least a third of what stands there. Case does not matter; of quotes without a word the signs must agree.
 */
export function recognisable(quote: string, found: string): boolean {
  const [before, after] = [wordList(quote), wordList(found)];
  if (before.length === 0) return quote.trim() === found.trim();
  const kept = inOrder(before, after);
  return 2 * kept >= before.length && 3 * kept >= after.length;
}
