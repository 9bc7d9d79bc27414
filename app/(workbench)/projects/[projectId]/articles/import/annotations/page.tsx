import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { Where } from '@/components/frame/where';
import { AnnotationsDesk } from '@/components/imports/annotations-desk';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Bring in annotations' };

export default async function AnnotationsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Bring in annotations">
      <Where
        crumbs={[{ label: 'Bring in', href: `/projects/${projectId}/articles/import` }, { label: 'Annotations' }]}
      />
      <AnnotationsDesk projectId={projectId} />
    </Page>
  );
}
