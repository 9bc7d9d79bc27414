import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Hydrate } from '@/components/live/hydrate';
import { ThreadView } from '@/components/threads/thread-view';
import { keyOf } from '@/lib/api/client';
import { idsOf, readPage } from '@/lib/auth/page';
import { findThread } from '@/lib/threads/queries';

type Props = { params: Promise<{ projectId: string; threadId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { threadId } = await idsOf(params);
  const { subject } = await readPage((ctx) => findThread(ctx, threadId));
  return { title: `Thread on ${subject.label}` };
}

export default async function ThreadPage({ params }: Props) {
  const { projectId, threadId } = await idsOf(params);
  const thread = await readPage((ctx) => findThread(ctx, threadId));
  if (thread.projectId !== projectId) notFound();
  return (
    <Hydrate answers={[[keyOf('findThread', { id: threadId }), thread]]}>
      <ThreadView projectId={projectId} threadId={threadId} />
    </Hydrate>
  );
}
