import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { Where } from '@/components/frame/where';
import { LikenessDesk } from '@/components/merges/likeness-desk';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Same or not' };

export default async function SamePage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Same or not">
      <Where crumbs={[{ label: 'Same or not' }]} />
      <LikenessDesk projectId={projectId} />
    </Page>
  );
}
