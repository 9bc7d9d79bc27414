import type { Metadata } from 'next';
import { ClaimsPage } from '@/components/claims/claims-page';
import { ClaimTable } from '@/components/claims/claim-table';
import { NewClaim } from '@/components/claims/new-claim';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Claims' };

export default async function ListPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <ClaimsPage projectId={projectId} actions={<NewClaim projectId={projectId} />}>
      <ClaimTable projectId={projectId} />
    </ClaimsPage>
  );
}
