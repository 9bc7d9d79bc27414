import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ClaimPage } from '@/components/claims/claim-page';
import { ALL_CITATIONS } from '@/components/claims/evidence';
import { Hydrate } from '@/components/live/hydrate';
import { firstPage } from '@/components/live/first-page';
import { keyOf } from '@/lib/api/client';
import { idsOf, readPage } from '@/lib/auth/page';
import { listAssessments } from '@/lib/claims/queries/assessments';
import { readClaim } from '@/lib/claims/queries/claims';
import { listCitations } from '@/lib/highlights/queries';
import { findApproval } from '@/lib/reviews/queries/approval';

type Props = { params: Promise<{ projectId: string; claimId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { claimId } = await idsOf(params);
  const { statement } = await readPage((ctx) => readClaim(ctx, claimId));
  return { title: statement };
}

export default async function OneClaimPage({ params }: Props) {
  const { projectId, claimId: id } = await idsOf(params);
  const { claim, approval, assessments, citations } = await readPage(async (ctx) => ({
    claim: await readClaim(ctx, id),
    approval: await findApproval(ctx, id),
    assessments: await listAssessments(ctx, id),
    citations: await listCitations(ctx, id, { limit: ALL_CITATIONS }),
  }));
  if (claim.projectId !== projectId) notFound();
  if (claim.mergedInto) redirect(`/projects/${projectId}/claims/${claim.mergedInto}`);
  return (
    <Hydrate
      answers={[
        [keyOf('findClaim', { id }), claim],
        [keyOf('findApproval', { id }), approval],
        [keyOf('listAssessments', { id }), assessments],
        firstPage(keyOf('listCitations', { id }, { limit: ALL_CITATIONS }), citations),
      ]}
    >
      <ClaimPage projectId={projectId} claimId={id} />
    </Hydrate>
  );
}
