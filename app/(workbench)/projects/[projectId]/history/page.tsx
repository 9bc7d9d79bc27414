import type { Metadata } from 'next';
import { HistoryDesk } from '@/components/activity/history-desk';
import { Page } from '@/components/frame/page';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'History' };

export default async function HistoryPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="History" width="reading">
      <HistoryDesk projectId={projectId} />
    </Page>
  );
}
