import type { Grades, GradeView } from './grade';
import { inOrder, markWords, type Mark } from './mark';

// Pure: which grades hold for a citation. Whoever says something is graded as a source, and the outlet where nobody graded them.

/** What a reader is shown of the grades of one thing. */
export type Given = Pick<Grades, 'settled' | 'mine' | 'others'>;

/** Grades that can be judged first, in the order of their scale; of one mark the earlier first. */
export function byMark(given: readonly GradeView[]): GradeView[] {
  const { judged, cannotBeJudged } = inOrder(given.map(({ mark }) => mark));
  const places = [...judged, ...cannotBeJudged];
  return [...given].sort(
    (a, b) => places.indexOf(a.mark) - places.indexOf(b.mark) || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0),
  );
}

/** The grades that stand: the settled one alone, and as long as there is none those of all analysts, side by side. */
export function standing({ settled, mine, others }: Given): GradeView[] {
  if (settled) return [settled];
  return byMark([...(mine ? [mine] : []), ...others]);
}

export type Reliability = { grades: GradeView[]; settled: boolean; from: 'speaker' | 'publisher' };

/** How reliable the source of a citation is: whoever speaks, where anybody graded them; else whoever published it. Null: neither. */
export function reliabilityOf(speaker: Given | undefined, publisher: Given | undefined): Reliability | null {
  const sources = [
    ['speaker', speaker],
    ['publisher', publisher],
  ] as const;
  for (const [from, given] of sources) {
    const grades = given ? standing(given) : [];
    if (grades.length > 0) return { grades, settled: given!.settled !== null, from };
  }
  return null;
}

/** Each mark once, in the order of the grades. */
export const marksOf = (grades: readonly { mark: Mark }[]): Mark[] => [...new Set(grades.map(({ mark }) => mark))];

/** “B2” as the scales print it; “B/D–” where analysts differ and the other scale is empty; null where both are. */
export function notation(letters: readonly { mark: Mark }[], digits: readonly { mark: Mark }[]): string | null {
  const [source, item] = [marksOf(letters), marksOf(digits)];
  if (source.length + item.length === 0) return null;
  const gap = source.length > 1 || item.length > 1 ? '\u2009' : '';
  return `${source.join('/') || '–'}${gap}${item.join('/') || '–'}`;
}

/** “B, usually reliable, and D, not usually reliable” */
export const sayMarks = (grades: readonly { mark: Mark }[]): string =>
  marksOf(grades)
    .map((mark) => `${mark}, ${markWords[mark].toLowerCase()}`)
    .join(', and ');
