import type { Metadata } from 'next';
import { ClaimFilters } from '@/components/claims/claim-filters';
import { Page } from '@/components/frame/page';
import { ClaimGraph } from '@/components/pictures/claim-graph';
import { ClaimViews } from '@/components/pictures/claim-views';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Graph of claims' };

export default async function GraphPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page
      title="Claims"
      width="flush"
      aside={<ClaimViews projectId={projectId} />}
      toolbar={<ClaimFilters projectId={projectId} />}
    >
      <ClaimGraph projectId={projectId} />
    </Page>
  );
}
