import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Hydrate } from '@/components/live/hydrate';
import { RoundPage } from '@/components/rounds/round-page';
import { keyOf } from '@/lib/api/client';
import { idsOf, readPage } from '@/lib/auth/page';
import { findRound, readRound } from '@/lib/rounds/queries';

type Props = { params: Promise<{ projectId: string; roundId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { roundId } = await idsOf(params);
  const { name } = await readPage((ctx) => findRound(ctx, roundId));
  return { title: name };
}

export default async function OneRoundPage({ params }: Props) {
  const { projectId, roundId: id } = await idsOf(params);
  const round = await readPage((ctx) => readRound(ctx, id));
  if (round.projectId !== projectId) notFound();
  return (
    <Hydrate answers={[[keyOf('findRound', { id }), round]]}>
      <RoundPage projectId={projectId} roundId={id} />
    </Hydrate>
  );
}
