import type { Metadata } from 'next';
import { ClaimsPage } from '@/components/claims/claims-page';
import { ClaimGraph } from '@/components/pictures/claim-graph';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Graph of claims' };

export default async function GraphPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <ClaimsPage projectId={projectId}>
      <ClaimGraph projectId={projectId} />
    </ClaimsPage>
  );
}
