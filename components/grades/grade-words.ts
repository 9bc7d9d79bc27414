import { sayMarks, standing, type Reliability } from '@/lib/grades/effective';
import type { Grades } from '@/lib/grades/grade';

/** What somebody is told who has yet to grade a thing. */
export const sayHidden = (hidden: number): string =>
  hidden === 0
    ? 'not graded'
    : `graded by ${hidden === 1 ? 'a colleague' : `${hidden} colleagues`}, to be seen after your own`;

/** “3, possibly true, settled”: the grades of a thing that its reader may see. */
export function sayGrades(grades: Grades | undefined): string {
  const given = grades ? standing(grades) : [];
  if (given.length === 0) return sayHidden(grades?.hidden ?? 0);
  return `${sayMarks(given)}${grades?.settled ? ', settled' : ''}`;
}

/** “B, usually reliable, from the publisher”: how reliable a source is, and where that comes from. */
export function sayReliability(reliability: Reliability | null, source: Grades | undefined): string {
  if (reliability?.from !== 'publisher') return sayGrades(source);
  const unseen = source?.hidden ? `; the speaker is ${sayHidden(source.hidden)}` : '';
  return `${sayMarks(reliability.grades)}, from the publisher${unseen}`;
}
