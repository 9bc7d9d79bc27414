'use client';
import { ThingGrade } from './thing-grade';
import type { Grading } from './use-grading';

type Props = { projectId: string; claimId: string; grading: Grading | null };

/** How credible a claim is, beside how likely each holds it to be. */
export function ClaimGrade({ projectId, claimId, grading }: Props) {
  if (!grading) return null;
  const grades = grading.of('claim', claimId);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
      Credibility
      <ThingGrade projectId={projectId} type="claim" id={claimId} title="Credibility of the claim" grades={grades} />
      {grades?.settled && <span className="text-sm">settled by {grades.settled.analyst.name}</span>}
    </p>
  );
}
