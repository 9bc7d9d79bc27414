import type { Metadata } from 'next';
import { AgreementDesk } from '@/components/comparisons/agreement-desk';
import { Page } from '@/components/frame/page';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Agreement' };

export default async function AgreementPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Agreement">
      <AgreementDesk projectId={projectId} />
    </Page>
  );
}
