import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Hydrate } from '@/components/live/hydrate';
import { ThreadView } from '@/components/threads/thread-view';
import { keyOf } from '@/lib/api/client';
import { idsOf, readPage } from '@/lib/auth/page';
import { findThread } from '@/lib/threads/queries';

export const metadata: Metadata = { title: 'Thread' };

type Props = { params: Promise<{ projectId: string; threadId: string }> };

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
