import type { Kept } from './span';

// Of a sentence that was taken out before one that begins with the same words, a shortest script keeps the beginning of the first and the rest
// of the second. The same script can be read so that it takes out what somebody took out.

/** Further than this, in UTF-16 units, nobody's words are looked for. */
const FURTHEST = 2_000;

const SENTENCE_ENDS = /[.!?…。！？۔؟][\p{Pe}\p{Pf}"'’”]*$/u;

/** How well something begins at an offset: with a paragraph, a sentence, a word, or in the middle of one. */
function beginning(text: string, at: number): number {
  if (at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r') return 3;
  if (!/\s/.test(text[at - 1]!)) return 0;
  return SENTENCE_ENDS.test(text.slice(Math.max(0, at - 24), at).trimEnd()) ? 2 : 1;
}

/**
 * By how much a stretch from `from` to `to`, that only one text has, is to be moved so that it begins and ends with a sentence or paragraph: below
 * nothing to the left. What it gives on one side is what it takes on the other, so that the texts agree as before.
 */
function shiftOf(text: string, from: number, to: number, left: number, right: number): number {
  let best = { shift: 0, score: beginning(text, from) + beginning(text, to) };
  const look = (shift: number) => {
    const score = beginning(text, from + shift) + beginning(text, to + shift);
    if (score > best.score) best = { shift, score };
  };
  // By its whole length it would change places with a copy of itself, and nothing says which of the two is new.
  const most = Math.min(FURTHEST, to - from - 1);
  for (let back = 1; back <= Math.min(left, most) && text[from - back] === text[to - back]; back += 1) look(-back);
  for (let on = 0; on < Math.min(right, most) && text[from + on] === text[to + on]; on += 1) look(on + 1);
  return best.shift;
}

/** By how much what was put in right before the same words is to be moved behind them: of two copies the later one is new. */
function behindItself(text: string, from: number, to: number, right: number): number {
  const length = to - from;
  let shift = 0;
  while (shift + length <= right && text.startsWith(text.slice(from, to), to + shift)) shift += length;
  return shift;
}

/** The same stretches, with what was taken out or put in between them moved to where sentences and paragraphs begin. */
export function settled(oldText: string, newText: string, kept: readonly Kept[]): Kept[] {
  const found = kept.map((run) => ({ ...run }));
  for (const [index, right] of found.entries()) {
    const left = found[index - 1];
    if (!left) continue;
    const [old, young] = [left.oldStart + left.length, left.newStart + left.length];
    const isCut = young === right.newStart && old < right.oldStart;
    const isPut = old === right.oldStart && young < right.newStart;
    if (!isCut && !isPut) continue;
    const [text, from, to] = isCut ? [oldText, old, right.oldStart] : [newText, young, right.newStart];
    const later = isPut ? behindItself(text, from, to, right.length) : 0;
    const shift = later + shiftOf(text, from + later, to + later, left.length + later, right.length - later);
    left.length += shift;
    right.oldStart += shift;
    right.newStart += shift;
    right.length -= shift;
  }
  return found.filter(({ length }) => length > 0);
}
