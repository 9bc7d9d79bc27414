import type { Metadata } from 'next';
import { ClaimFilters } from '@/components/claims/claim-filters';
import { ClaimTable } from '@/components/claims/claim-table';
import { NewClaim } from '@/components/claims/new-claim';
import { Page } from '@/components/frame/page';
import { ClaimViews } from '@/components/pictures/claim-views';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Claims' };

export default async function ClaimsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page
      title="Claims"
      width="flush"
      aside={<ClaimViews projectId={projectId} />}
      actions={<NewClaim projectId={projectId} />}
      toolbar={<ClaimFilters projectId={projectId} />}
    >
      <ClaimTable projectId={projectId} />
    </Page>
  );
}
