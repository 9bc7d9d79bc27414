import type { Metadata } from 'next';
import { EchoDesk } from '@/components/echoes/echo-desk';
import { Page } from '@/components/frame/page';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Echoes' };

export default async function EchoesPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Echoes" width="flush">
      <EchoDesk projectId={projectId} />
    </Page>
  );
}
