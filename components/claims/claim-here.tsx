'use client';
import { useBeHere } from '@/components/live/use-be-here';
import { WhoIsHere } from '@/components/live/who-is-here';

/** Says that one is at this claim, and shows who else is. */
export function ClaimHere({ projectId, claimId }: { projectId: string; claimId: string }) {
  useBeHere(projectId, { claimId });
  return <WhoIsHere projectId={projectId} subjectId={claimId} />;
}
