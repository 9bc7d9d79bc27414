import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { StartDesk } from '@/components/start/start-desk';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Start here' };

export default async function StartPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Start here">
      <StartDesk projectId={projectId} />
    </Page>
  );
}
