'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import type { Who } from '@/lib/permissions';
import { CitationRun } from './citation-run';
import { Serving } from './serving';
import { useServing } from './use-serving';

const LOADED = 50;

interface CitationQueueProps {
  projectId: string;
  me: Who;
  narrowed: { authorId?: string; articleId?: string };
}

/** Citations that wait, one by one, in the order and the sample that the address asks for. */
export function CitationQueue({ projectId, me, narrowed }: CitationQueueProps) {
  const { serving, set } = useServing();
  const queue = useRead(
    'findReviewQueue',
    { projectId },
    { kind: 'citations', limit: LOADED, ...serving, ...narrowed },
  );
  // Whoever is on what decides which one comes first.
  const holds = useRead('listHolds', { projectId });
  if (queue.error) return <Unread what="The queue" error={queue.error} onRetry={() => void queue.refetch()} />;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-5">
      <Serving serving={serving} onChange={set} />
      {queue.data && !holds.isPending ? (
        <CitationRun key={JSON.stringify(serving)} projectId={projectId} me={me} queue={queue.data} />
      ) : (
        <Loading label="Reading the queue">
          <Skeleton lines={6} />
        </Loading>
      )}
    </div>
  );
}
