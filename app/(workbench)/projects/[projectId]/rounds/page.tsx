import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { Hydrate } from '@/components/live/hydrate';
import { NewRound } from '@/components/rounds/new-round';
import { RoundFilters } from '@/components/rounds/round-filters';
import { RoundTable } from '@/components/rounds/round-table';
import { keyOf } from '@/lib/api/client';
import { idsOf, readPage } from '@/lib/auth/page';
import { listRounds } from '@/lib/rounds/queries';

export const metadata: Metadata = { title: 'Rounds' };

export default async function RoundsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  const rounds = await readPage((ctx) => listRounds(ctx, projectId));
  return (
    <Page
      title="Rounds"
      width="flush"
      actions={<NewRound projectId={projectId} />}
      toolbar={<RoundFilters projectId={projectId} />}
    >
      <Hydrate answers={[[keyOf('listRounds', { projectId }), rounds]]}>
        <RoundTable projectId={projectId} />
      </Hydrate>
    </Page>
  );
}
