'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import type { Who } from '@/lib/permissions';
import { CitationRun } from './citation-run';

const LOADED = 50;

interface CitationQueueProps {
  projectId: string;
  me: Who;
  narrowed: { authorId?: string; articleId?: string };
}

/** Citations that wait, one by one. */
export function CitationQueue({ projectId, me, narrowed }: CitationQueueProps) {
  const queue = useRead('findReviewQueue', { projectId }, { kind: 'citations', limit: LOADED, ...narrowed });
  if (queue.data) return <CitationRun projectId={projectId} me={me} queue={queue.data} />;
  if (queue.error) return <Unread what="The queue" error={queue.error} onRetry={() => void queue.refetch()} />;
  return (
    <Loading label="Reading the queue">
      <Skeleton lines={6} />
    </Loading>
  );
}
