'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import type { Who } from '@/lib/permissions';
import { MentionGroups } from './mention-groups';

const LOADED = 50;

interface MentionQueueProps {
  projectId: string;
  me: Who;
  narrowed: { authorId?: string; articleId?: string };
}

/** Mentions that wait, grouped by spelling and entity. */
export function MentionQueue({ projectId, me, narrowed }: MentionQueueProps) {
  const queue = useRead('findReviewQueue', { projectId }, { kind: 'mentions', limit: LOADED, ...narrowed });
  const holds = useRead('listHolds', { projectId });
  if (queue.data && !holds.isPending) return <MentionGroups projectId={projectId} me={me} queue={queue.data} />;
  if (queue.error) return <Unread what="The queue" error={queue.error} onRetry={() => void queue.refetch()} />;
  return (
    <Loading label="Reading the queue">
      <Skeleton lines={6} />
    </Loading>
  );
}
