/** A span of a text in UTF-16 code units, end exclusive. */
export type Span = { start: number; end: number };

const LETTER = '[\\p{L}\\p{N}\\p{M}]';
const wordsOf = (typed: string) => typed.split(RegExp(`[^\\p{L}\\p{N}\\p{M}]+`, 'u')).filter(Boolean);

/** Whether there is anything to look for: a letter or a digit. */
export const isAsked = (typed: string): boolean => wordsOf(typed).length > 0;

/** A small letter without its marks, where that is one code unit as well: offsets stay what they were. */
const plain = (unit: string) => {
  const base = unit.normalize('NFD').charAt(0).toLowerCase();
  return base.length === 1 ? base : unit;
};
const fold = (text: string) => text.replace(/[^\x00-\x7f]/g, plain).toLowerCase();

function spanOf(text: string, words: string[]): Span | null {
  const pattern = `(?<!${LETTER})${words.join(`[^\\p{L}\\p{N}]+`)}${LETTER}*`;
  const found = RegExp(pattern, 'iu').exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}

/**
 * Where what was typed first stands in a text: the words in a row, each as the beginning of one, else the longest of them;
 * with their marks or without. Null where none does.
 */
export function findWords(text: string, typed: string): Span | null {
  const words = wordsOf(typed);
  if (words.length === 0) return null;
  const longest = [...words].sort((a, b) => b.length - a.length)[0]!;
  const exact = spanOf(text, words);
  if (exact) return exact;
  const folded = fold(text);
  return spanOf(folded, words.map(fold)) ?? spanOf(folded, [fold(longest)]);
}

const line = (text: string) => text.replace(/\s+/g, ' ');

/** The words of a span with what stands around them, cut at blanks, on one line. */
export function excerptOf(text: string, { start, end }: Span, around = 60) {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const left = text.slice(from, start);
  const right = text.slice(end, to);
  const before = from === 0 ? left : `…${left.replace(/^\S*\s?/u, '')}`;
  const after = to === text.length ? right : `${right.replace(/\s?\S*$/u, '')}…`;
  return { before: line(before), words: line(text.slice(start, end)), after: line(after) };
}
