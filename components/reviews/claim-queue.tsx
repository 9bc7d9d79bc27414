'use client';
import { RestingChips } from '@/components/claims/resting-chips';
import { countMoved } from '@/components/live/moved';
import { NewChanges } from '@/components/live/new-changes';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useStill } from '@/components/live/use-still';
import { Loading } from '@/components/ui/loading';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import type { Claim } from '@/lib/claims/claim';
import { restingsIn } from '@/lib/claims/resting';
import { may, type Who } from '@/lib/permissions';
import { ClaimLines } from './claim-lines';
import { NothingWaits } from './nothing-waits';
import { useColleagues } from './use-colleagues';

const idsOf = (claims: readonly Claim[]) => claims.map(({ id }) => id);
const still = {
  stampOf: (claims: readonly Claim[]) => idsOf(claims).join(),
  count: (shown: readonly Claim[], latest: readonly Claim[]) => countMoved(idsOf(shown), idsOf(latest)),
};
const NONE: readonly Claim[] = [];

/** Claims that wait for a reviewer's verdict. */
export function ClaimQueue({ projectId, me }: { projectId: string; me: Who }) {
  const { values, set } = useSearchFilters(['rests']);
  const rests = restingsIn(values.rests).join(',');
  const queue = useRead('findReviewQueue', { projectId }, { kind: 'claims', limit: 100, ...(rests ? { rests } : {}) });
  const { shown, waiting, show } = useStill(queue.data?.claims ?? NONE, { ...still, of: `${rests} ${!queue.data}` });
  const { on } = useColleagues(projectId, me.userId);
  const allowed = may(me, 'claim.review');
  if (allowed !== true) return <Notice title="Claims are approved by reviewers and leads">{allowed.why}</Notice>;
  if (queue.error) return <Unread what="The queue" error={queue.error} onRetry={() => void queue.refetch()} />;
  if (!queue.data)
    return (
      <Loading label="Reading the queue">
        <Skeleton lines={6} />
      </Loading>
    );
  const { counts } = queue.data;
  if (counts.claims === 0 && waiting === 0) return <NothingWaits projectId={projectId} kind="claims" counts={counts} />;
  return (
    <div className="mx-auto max-w-3xl">
      <NewChanges waiting={waiting} onShow={show} />
      <div className="pb-3">
        <RestingChips value={rests} onChange={(next) => set({ rests: next })} />
      </div>
      {shown.length === 0 && <p className="py-3 text-muted">No claim that waits rests on that.</p>}
      <ClaimLines
        projectId={projectId}
        claims={shown}
        approvals={queue.data.approvals}
        needed={queue.data.needed}
        on={on}
      />
      {queue.data.nextCursor && <p className="py-3 text-muted">More follow when these are done.</p>}
    </div>
  );
}
