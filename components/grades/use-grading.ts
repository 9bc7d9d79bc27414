'use client';
import { useMemo } from 'react';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import type { Grades } from '@/lib/grades/grade';
import type { GradedType } from '@/lib/grades/mark';

/** What is graded of all that a screen shows. */
export interface Grading {
  of: (type: GradedType, id: string | null | undefined) => Grades | undefined;
}

/**
 * The grades of a claim, of a question's answers, or of the publishers, in one read however many citations there are. Null
 * where the project does not grade, and until the answer is there: then nothing is shown.
 */
export function useGrading(
  projectId: string,
  { claimId, questionId }: { claimId?: string | undefined; questionId?: string } = {},
  enabled = true,
): Grading | null {
  const { grades: graded } = useHere(projectId);
  const grades = graded && enabled;
  const query = { ...(claimId ? { claimId } : {}), ...(questionId ? { questionId } : {}) };
  const { data } = useRead('listGrades', { projectId }, query, { enabled: grades });
  return useMemo(() => {
    if (!grades || !data) return null;
    const byThing = new Map(data.items.map((one) => [`${one.type} ${one.id}`, one]));
    return { of: (type, id) => (id ? byThing.get(`${type} ${id}`) : undefined) };
  }, [grades, data]);
}
