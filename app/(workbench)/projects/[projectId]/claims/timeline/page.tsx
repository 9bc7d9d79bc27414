import type { Metadata } from 'next';
import { ClaimsPage } from '@/components/claims/claims-page';
import { ClaimTimeline } from '@/components/pictures/claim-timeline';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Timeline of claims' };

export default async function TimelinePage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <ClaimsPage projectId={projectId}>
      <ClaimTimeline projectId={projectId} />
    </ClaimsPage>
  );
}
