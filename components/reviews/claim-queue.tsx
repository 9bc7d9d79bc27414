'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Loading } from '@/components/ui/loading';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { may, type Who } from '@/lib/permissions';
import { ClaimLines } from './claim-lines';
import { NothingWaits } from './nothing-waits';

/** Claims that wait for a reviewer's verdict. */
export function ClaimQueue({ projectId, me }: { projectId: string; me: Who }) {
  const queue = useRead('findReviewQueue', { projectId }, { kind: 'claims', limit: 100 });
  const allowed = may(me, 'claim.review');
  if (allowed !== true) return <Notice title="Claims are approved by reviewers and leads">{allowed.why}</Notice>;
  if (queue.error) return <Unread what="The queue" error={queue.error} onRetry={() => void queue.refetch()} />;
  if (!queue.data)
    return (
      <Loading label="Reading the queue">
        <Skeleton lines={6} />
      </Loading>
    );
  if (queue.data.claims.length === 0) return <NothingWaits projectId={projectId} kind="claims" />;
  return (
    <div className="mx-auto max-w-3xl">
      <ClaimLines projectId={projectId} claims={queue.data.claims} />
      {queue.data.nextCursor && <p className="py-3 text-muted">More follow when these are done.</p>}
    </div>
  );
}
