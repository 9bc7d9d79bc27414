import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { OverviewDesk } from '@/components/overviews/overview-desk';
import { OverviewViews } from '@/components/overviews/overview-views';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Overview" aside={<OverviewViews projectId={projectId} />}>
      <OverviewDesk projectId={projectId} />
    </Page>
  );
}
