import { z } from 'zod';
import { id, listOf, moment, person, text } from '@/lib/core/words';
import { credibilities, gradedTypes, marks, reliabilities } from './mark';

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
/** Of an entity also whether it speaks in any citation: what speaks nowhere is no source. */
export const speakerGrades = gradesView.extend({ speaks: z.boolean() });

/** The grades that one screen shows: of a claim or of a question's answers, of their citations and of the sources of these. */
export const gradeFilter = z.strictObject({ claimId: id().optional(), questionId: id().optional() });
export const gradeList = listOf(gradesView.extend({ type: z.enum(gradedTypes), id: z.uuid() }));
