'use client';
import { useHere } from '@/components/members/use-here';
import { marksOf, standing } from '@/lib/grades/effective';
import type { Grades } from '@/lib/grades/grade';
import type { GradedType } from '@/lib/grades/mark';
import { GradeChip } from './grade-chip';
import { GradePanel } from './grade-panel';
import { sayGrades } from './grade-words';

interface ThingGradeProps {
  projectId: string;
  type: GradedType;
  id: string;
  /** “Reliability of Radio North” */
  title: string;
  grades: Grades | undefined;
}

/** The grade of one thing by itself: a publisher, a speaker, a claim. */
export function ThingGrade({ projectId, type, id, title, grades }: ThingGradeProps) {
  const { may } = useHere(projectId);
  const marks = marksOf(grades ? standing(grades) : []);
  if (marks.length === 0 && may('grade.give') !== true) return null;
  return (
    <GradeChip label={title} shown={marks.join('/') || null} says={sayGrades(grades)}>
      <GradePanel projectId={projectId} type={type} id={id} title={title} grades={grades} />
    </GradeChip>
  );
}
