import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { ThreadFilters } from '@/components/threads/thread-filters';
import { ThreadTable } from '@/components/threads/thread-table';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Threads' };

export default async function ThreadsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Threads" width="flush" toolbar={<ThreadFilters projectId={projectId} />}>
      <ThreadTable projectId={projectId} />
    </Page>
  );
}
