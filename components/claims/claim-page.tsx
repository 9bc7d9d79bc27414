'use client';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { Gone } from '@/components/activity/gone';
import { Corroboration } from '@/components/echoes/corroboration';
import { Where } from '@/components/frame/where';
import { countMoved } from '@/components/live/moved';
import { NewChanges } from '@/components/live/new-changes';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { useRead } from '@/components/live/use-read';
import { useStill } from '@/components/live/use-still';
import { useHere } from '@/components/members/use-here';
import { ClaimQuestions } from '@/components/questions/claim-questions';
import { BlindBanner } from '@/components/rounds/blind-banner';
import { Discussion } from '@/components/threads/discussion';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import type { ApprovalState } from '@/lib/reviews/review';
import { Citations } from './citations';
import { ClaimHead } from './claim-head';
import { ClaimHistory } from './claim-history';
import { ClaimStanding } from './claim-standing';
import { CompareClaim } from './compare-claim';
import { Dissent } from './dissent';
import { ALL_CITATIONS, evidenceOf, lostSupport, type Evidence } from './evidence';
import { Judgments } from './judgments';
import { MergedWordings } from './merged-wordings';
import { ProposedWordings } from './proposed-wordings';
import { StaleChanges } from './stale-changes';

/** When the claim was last approved: a citation made after that is new. */
const approvedAt = (approval: ApprovalState | undefined): string | null =>
  approval?.status === 'approved' || approval?.status === 'stale'
    ? (approval.reviews.find(({ verdict, withdrawn }) => verdict === 'accept' && !withdrawn)?.at ?? null)
    : null;

/** What stands between what somebody reads on this page. That an approval went stale, and why, is told at once: it is there to be acted on. */
const placesOf = (evidence: Evidence): string[] =>
  [evidence.supports, evidence.contradicts, evidence.context, evidence.apart].flatMap((group, at) =>
    group.map(({ key }) => `${at} ${key}`),
  );
const still = {
  stampOf: (evidence: Evidence) => placesOf(evidence).join(),
  count: (shown: Evidence, latest: Evidence) => countMoved(placesOf(shown), placesOf(latest)),
};

/** A claim as a page of evidence: what it says and how it stands, what it rests on, who believes it, the discussion, its history. */
export function ClaimPage({ projectId, claimId }: { projectId: string; claimId: string }) {
  const claim = useRead('findClaim', { id: claimId });
  const approvalRead = useRead('findApproval', { id: claimId });
  const citations = usePages('listCitations', { id: claimId }, { limit: ALL_CITATIONS });
  const { grades, may } = useHere(projectId);
  const latest = useMemo(() => evidenceOf(citations.rows), [citations.rows]);
  const { shown: evidence, waiting, show } = useStill(latest, still);
  // The two are read apart: what is said of another version of the claim is not said beside this one, and nobody decides on it.
  const ahead = (approvalRead.data?.claimVersion ?? 0) - (claim.data?.version ?? 0);
  const isOfThis = ahead === 0 && approvalRead.data?.status === claim.data?.status;
  const approval = isOfThis ? approvalRead.data : undefined;
  const catchUp = useEffectEvent((by: number) => void (by > 0 ? claim : approvalRead).refetch());
  const apart = ahead !== 0 && claim.data !== undefined && approvalRead.data !== undefined;
  useEffect(() => {
    if (apart) catchUp(ahead);
  }, [apart, ahead]);
  const back = { href: `/projects/${projectId}/claims`, label: 'All claims' };
  if (claim.error?.code === 'not-found')
    return <Gone projectId={projectId} id={claimId} what="This claim" away={back} />;
  if (claim.error)
    return <Unread what="This claim" error={claim.error} onRetry={() => void claim.refetch()} back={back} />;
  if (!claim.data) return <ClaimSkeleton />;
  return (
    <>
      <NewChanges waiting={waiting} onShow={show} />
      <div className="mx-auto grid w-full max-w-6xl grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 px-4 py-6 md:px-6 lg:grid-cols-[minmax(0,1fr)_18rem] lg:grid-rows-[auto_1fr]">
        <Where crumbs={[{ label: claim.data.statement }]} />
        <ClaimHead claim={claim.data} evidence={evidence} proposedBy={approval?.proposedBy ?? null} />
        <aside className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <div className="lg:sticky lg:top-[calc(var(--bar-height)+1.5rem)]">
            <ClaimStanding claim={claim.data} approval={approval} />
          </div>
        </aside>
        <div className="flex min-w-0 flex-col gap-10">
          <BlindBanner projectId={projectId} of="claim" id={claimId} />
          <ProposedWordings claim={claim.data} approval={approval} keys />
          <StaleChanges approval={approval} decides={may('claim.review') === true} />
          {citations.error ? (
            <Unread what="The citations" error={citations.error} onRetry={() => void citations.refetch()} />
          ) : citations.loading ? (
            <EvidenceSkeleton />
          ) : (
            <Citations
              projectId={projectId}
              evidence={evidence}
              grades={grades}
              approvedAt={approvedAt(approval)}
              more={citations.more}
            />
          )}
          <Corroboration projectId={projectId} claimId={claimId} lost={lostSupport(latest)} />
          <Judgments claim={claim.data} />
          <Dissent claim={claim.data} dissent={approval?.dissent ?? []} />
          <ClaimQuestions claim={claim.data} />
          <MergedWordings claim={claim.data} />
          <CompareClaim claim={claim.data} />
          <Discussion projectId={projectId} subject={{ type: 'claim', id: claimId }} />
          <ClaimHistory claim={claim.data} />
        </div>
      </div>
    </>
  );
}

const EvidenceSkeleton = () => (
  <Loading label="Loading the citations" className="flex flex-col gap-4">
    <Skeleton className="h-5 w-32" />
    <Skeleton lines={4} />
    <Skeleton lines={4} />
  </Loading>
);

const ClaimSkeleton = () => (
  <Loading label="Loading the claim" className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6 md:px-6">
    <Skeleton className="h-8 w-3/4" />
    <Skeleton className="h-4 w-1/2" />
    <Skeleton lines={6} />
  </Loading>
);
