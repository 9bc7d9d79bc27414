import type { Metadata } from 'next';
import { ImportDesk } from '@/components/articles/import-desk';
import { ButtonLink } from '@/components/ui/button-link';
import { Page } from '@/components/frame/page';
import { Where } from '@/components/frame/where';
import { idsOf } from '@/lib/auth/page';
import { env } from '@/lib/core/env';

export const metadata: Metadata = { title: 'Bring in articles' };

export default async function ImportPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page
      title="Bring in articles"
      actions={
        <ButtonLink href={`/projects/${projectId}/articles/import/annotations`}>Annotations of another tool</ButtonLink>
      }
    >
      <Where crumbs={[{ label: 'Bring in' }]} />
      <ImportDesk projectId={projectId} fetches={env().CLAIMBENCH_FETCH} />
    </Page>
  );
}
