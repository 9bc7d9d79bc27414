import { z } from 'zod';
import { moment, person, text } from '@/lib/core/words';

// Pure: the two scales of Admiralty grading. They are independent of each other, and neither is a sum.

export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const credibilities = ['1', '2', '3', '4', '5', '6'] as const;
const marks = [...reliabilities, ...credibilities] as const;
export type Mark = (typeof marks)[number];

/** What each letter and digit says. */
export const markWords: Record<Mark, string> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged',
  1: 'Confirmed by other sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Truth cannot be judged',
};

/** F and 6 are no place on their scale: nothing is known. */
export const judged = (mark: Mark): boolean => mark !== 'F' && mark !== '6';

/** The best first. What cannot be judged is set apart, never as the worst. */
export function inOrder(given: readonly Mark[]): { judged: Mark[]; cannotBeJudged: Mark[] } {
  const sorted = [...given].sort();
  return { judged: sorted.filter(judged), cannotBeJudged: sorted.filter((mark) => !judged(mark)) };
}

/** Why “confirmed by other sources” does not hold, where everything that supports the claim comes from one place. */
export const warningOf = (mark: Mark | null, origins: number): string | null =>
  mark === '1' && origins < 2
    ? `“Confirmed” needs independent sources: the support of this claim comes from ${origins === 1 ? 'one origin' : 'no origin that is established'}.`
    : null;

export type GradedType = 'publisher' | 'entity' | 'tag';
/** Null takes back one's own grade, or opens a settled one again. */
export const reliabilityInput = z.strictObject({ mark: z.enum(reliabilities).nullable() });
export const credibilityInput = z.strictObject({ mark: z.enum(credibilities).nullable() });

export const gradeView = z.object({ mark: z.enum(marks), analyst: person, at: moment() });
export type GradeView = z.output<typeof gradeView>;
export const gradesView = z.object({
  mine: gradeView.nullable(),
  settled: gradeView.nullable(),
  // The live grades of colleagues: those that can be judged first, in the order of their scale. Empty while `hidden` counts them.
  others: z.array(gradeView),
  // How many colleagues graded, to somebody who may grade and has not yet.
  hidden: z.number(),
  // What was taken back, changed or settled otherwise before, the last first.
  earlier: z.array(gradeView),
  warning: text().nullable(),
});
export type Grades = z.output<typeof gradesView>;
