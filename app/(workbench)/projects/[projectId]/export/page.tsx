import type { Metadata } from 'next';
import { ExportDesk } from '@/components/exports/export-desk';
import { Page } from '@/components/frame/page';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Export' };

export default async function ExportPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Export" width="flush">
      <ExportDesk projectId={projectId} />
    </Page>
  );
}
