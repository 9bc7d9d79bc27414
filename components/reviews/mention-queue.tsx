'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import type { Who } from '@/lib/permissions';
import { MentionGroups } from './mention-groups';
import { Serving } from './serving';
import { useServing } from './use-serving';

const LOADED = 50;

interface MentionQueueProps {
  projectId: string;
  me: Who;
  narrowed: { authorId?: string; articleId?: string };
}

/** Mentions that wait, grouped by spelling and entity. */
export function MentionQueue({ projectId, me, narrowed }: MentionQueueProps) {
  const { serving, set } = useServing();
  const { every, seed } = serving;
  const sample = every ? { every, seed } : {};
  const queue = useRead('findReviewQueue', { projectId }, { kind: 'mentions', limit: LOADED, ...sample, ...narrowed });
  const holds = useRead('listHolds', { projectId });
  if (queue.data && !holds.isPending)
    return (
      <div className="mx-auto flex max-w-3xl flex-col gap-5">
        {(queue.data.groups.length > 0 || every) && <Serving serving={serving} ordered={false} onChange={set} />}
        <MentionGroups key={JSON.stringify(sample)} projectId={projectId} me={me} queue={queue.data} />
      </div>
    );
  if (queue.error) return <Unread what="The queue" error={queue.error} onRetry={() => void queue.refetch()} />;
  return (
    <Loading label="Reading the queue">
      <Skeleton lines={6} />
    </Loading>
  );
}
