import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { Hydrate } from '@/components/live/hydrate';
import { FEW } from '@/components/start/picks';
import { StartDesk } from '@/components/start/start-desk';
import { keyOf } from '@/lib/api/client';
import { listArticles } from '@/lib/articles/queries/listing';
import { idsOf, readPage } from '@/lib/auth/page';
import { listClaims } from '@/lib/claims/queries/listing';

export const metadata: Metadata = { title: 'Start here' };

export default async function StartPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  const { claims, articles } = await readPage(async (ctx) => ({
    claims: await listClaims(ctx, projectId, { limit: FEW, sort: 'updated' }),
    articles: await listArticles(ctx, projectId, { limit: FEW, sort: 'added' }),
  }));
  return (
    <Hydrate
      answers={[
        [keyOf('listClaims', { projectId }, { limit: FEW }), claims],
        [keyOf('listArticles', { projectId }, { limit: FEW }), articles],
      ]}
    >
      <Page title="Start here">
        <StartDesk projectId={projectId} />
      </Page>
    </Hydrate>
  );
}
