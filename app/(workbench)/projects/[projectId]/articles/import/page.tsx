import type { Metadata } from 'next';
import { ImportDesk } from '@/components/articles/import-desk';
import { Page } from '@/components/frame/page';
import { Where } from '@/components/frame/where';
import { idsOf } from '@/lib/auth/page';
import { env } from '@/lib/core/env';

export const metadata: Metadata = { title: 'Bring in articles' };

export default async function ImportPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Bring in articles">
      <Where crumbs={[{ label: 'Bring in' }]} />
      <ImportDesk projectId={projectId} fetches={env().CLAIMBENCH_FETCH} />
    </Page>
  );
}
