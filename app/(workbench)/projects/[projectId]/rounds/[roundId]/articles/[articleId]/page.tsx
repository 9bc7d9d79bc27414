import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AdjudicationPage } from '@/components/adjudications/adjudication-page';
import { Hydrate } from '@/components/live/hydrate';
import { readDesk } from '@/lib/adjudications/queries';
import { keyOf } from '@/lib/api/client';
import { idsOf, readPage } from '@/lib/auth/page';

type Props = { params: Promise<{ projectId: string; roundId: string; articleId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { roundId, articleId } = await idsOf(params);
  const { article } = await readPage((ctx) => readDesk(ctx, roundId, { articleId }));
  return { title: `Differences: ${article.title}` };
}

export default async function OneAdjudicationPage({ params }: Props) {
  const { projectId, roundId: id, articleId } = await idsOf(params);
  const desk = await readPage((ctx) => readDesk(ctx, id, { articleId }));
  if (desk.projectId !== projectId) notFound();
  return (
    <Hydrate answers={[[keyOf('findAdjudication', { id }, { articleId }), desk]]}>
      <AdjudicationPage projectId={projectId} roundId={id} articleId={articleId} />
    </Hydrate>
  );
}
