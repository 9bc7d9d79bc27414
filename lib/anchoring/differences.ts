import { diffArrays } from 'diff';
import { paragraphs } from './paragraphs';
import { settled } from './settle';
import type { Kept, Span } from './span';
import { wordsAndSigns, type Piece } from './words';

export interface Differences {
  /** Ascending and without overlap in both texts. */
  readonly kept: readonly Kept[];
  /** The paragraphs of the new text in which something is new, ascending. */
  readonly changed: readonly Span[];
}

interface Hunk {
  readonly before: Span;
  readonly after: Span;
}

// Beyond this many edits two texts are not versions of one another, and the search for the shortest script gets slow.
const MOST_EDITS = 2_000;

// What all paragraphs that changed may cost together, in steps of the search: a script of n edits takes about n² / 2.
const MOST_STEPS = 10_000_000;

const HAS_WORD = /[\p{L}\p{N}]/u;

interface Script {
  /** The pieces that it leaves alone, in order. */
  readonly equal: [Piece, Piece][];
  readonly edits: number;
}

/** A shortest edit script; it leaves nothing alone when the lists differ by more than `most` edits. */
function script(before: readonly Piece[], after: readonly Piece[], most = MOST_EDITS): Script {
  const texts = (list: readonly Piece[]) => list.map(({ text }) => text);
  const changes = diffArrays(texts(before), texts(after), { maxEditLength: most });
  if (!changes) return { equal: [], edits: most };
  const found: [Piece, Piece][] = [];
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of changes) {
    for (let k = 0; !added && !removed && k < count; k += 1) {
      const [old, young] = [before[i + k], after[j + k]];
      if (old && young) found.push([old, young]);
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  return { equal: found, edits: i + j - 2 * found.length };
}

/** What the changed paragraphs have in common: the shortest first, and none of the rest once they have cost too much together. */
function insideOf(oldText: string, newText: string, hunks: readonly Hunk[]): [Piece, Piece][] {
  const size = ({ before, after }: Hunk) => before.end - before.start + after.end - after.start;
  let left = MOST_STEPS;
  return [...hunks]
    .sort((a, b) => size(a) - size(b) || a.before.start - b.before.start)
    .flatMap(({ before, after }) => {
      const most = Math.min(MOST_EDITS, Math.floor(Math.sqrt(2 * left)));
      if (most === 0) return [];
      const { equal, edits } = script(wordsAndSigns(oldText, before), wordsAndSigns(newText, after), most);
      left -= Math.min(left, (edits * edits) / 2);
      return equal;
    });
}

/** Pairs whose gaps agree too become one stretch; white space that agrees on either side joins it. */
function stretches(oldText: string, newText: string, equal: readonly [Piece, Piece][]): Kept[] {
  const found: { oldStart: number; newStart: number; length: number }[] = [];
  for (const [old, young] of equal) {
    const last = found.at(-1);
    const gap = last ? old.start - last.oldStart - last.length : -1;
    const joins =
      last &&
      gap === young.start - last.newStart - last.length &&
      oldText.slice(old.start - gap, old.start) === newText.slice(young.start - gap, young.start);
    if (last && joins) last.length = old.end - last.oldStart;
    else found.push({ oldStart: old.start, newStart: young.start, length: old.end - old.start });
  }
  for (const [index, run] of found.entries()) widen(oldText, newText, run, found[index - 1], found[index + 1]);
  return found;
}

function widen(
  oldText: string,
  newText: string,
  run: { oldStart: number; newStart: number; length: number },
  left: Kept | undefined,
  right: Kept | undefined,
): void {
  const agree = (i: number, j: number) => /\s/.test(oldText.charAt(i)) && oldText.charAt(i) === newText.charAt(j);
  const from = { old: left ? left.oldStart + left.length : 0, new: left ? left.newStart + left.length : 0 };
  while (run.oldStart > from.old && run.newStart > from.new && agree(run.oldStart - 1, run.newStart - 1)) {
    run.oldStart -= 1;
    run.newStart -= 1;
    run.length += 1;
  }
  const to = { old: right?.oldStart ?? oldText.length, new: right?.newStart ?? newText.length };
  const [i, j] = [run.oldStart, run.newStart];
  while (i + run.length < to.old && j + run.length < to.new && agree(i + run.length, j + run.length)) run.length += 1;
}

/** What lies between the stretches that agree, where either side has something. */
function between(oldLength: number, newLength: number, kept: readonly Kept[]): Hunk[] {
  const found: Hunk[] = [];
  let [i, j] = [0, 0];
  for (const { oldStart, newStart, length } of [...kept, { oldStart: oldLength, newStart: newLength, length: 0 }]) {
    const hunk = { before: { start: i, end: oldStart }, after: { start: j, end: newStart } };
    if (i < oldStart || j < newStart) found.push(hunk);
    [i, j] = [oldStart + length, newStart + length];
  }
  return found;
}

/**
 * What two versions of a text have in common: paragraphs first, then the words of those that changed.
 * Blank paragraphs that agree between two changes do not count, or unrelated paragraphs would be paired around them.
 */
export function differences(oldText: string, newText: string): Differences {
  const paragraphPairs = stretches(oldText, newText, script(paragraphs(oldText), paragraphs(newText)).equal);
  const whole = paragraphPairs.filter(({ oldStart, length }) =>
    HAS_WORD.test(oldText.slice(oldStart, oldStart + length)),
  );
  const hunks = between(oldText.length, newText.length, whole);
  const inside = insideOf(oldText, newText, hunks);
  const wholePieces = whole.map(({ oldStart, newStart, length }): [Piece, Piece] => [
    { start: oldStart, end: oldStart + length, text: '' },
    { start: newStart, end: newStart + length, text: '' },
  ]);
  const all = [...wholePieces, ...inside].sort(([a], [b]) => a.start - b.start);
  return {
    kept: settled(oldText, newText, stretches(oldText, newText, all)),
    changed: hunks.map(({ after }) => after).filter(({ start, end }) => start < end),
  };
}
