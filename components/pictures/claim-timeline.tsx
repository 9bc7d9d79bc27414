'use client';
import { useSearchParams } from 'next/navigation';
import { useMemo, useRef, useState } from 'react';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { PictureFrame } from './picture-frame';
import { TimelineLegend } from './timeline-legend';
import { layoutTimeline, type Timeline } from './timeline-layout';
import { TimelinePicture } from './timeline-picture';
import { TimelineTable } from './timeline-table';
import { MOST, useAllClaims } from './use-all-claims';

const FARTHEST = 8;

/** The claims that the filters let through, by the time that they speak of. */
export function ClaimTimeline({ projectId }: { projectId: string }) {
  const { rows, loading, error, refetch, cut, any } = useAllClaims(projectId);
  const questions = usePages('listQuestions', { projectId }, { state: 'open', limit: 200 }).rows;
  const timeline = useMemo(() => layoutTimeline(rows, questions), [rows, questions]);
  const svg = useRef<SVGSVGElement>(null);
  const [zoom, setZoom] = useState(1);
  if (error) return <Unread what="The claims" error={error} onRetry={() => void refetch()} />;
  if (loading) return <Waiting />;
  if (timeline.lanes.length === 0) return <NoTimes any={any} timeless={timeline.timeless} />;
  return (
    <div className="flex flex-col gap-2 pb-6">
      <PictureFrame
        label="Timeline"
        file="timeline.svg"
        legend={<TimelineLegend />}
        tools={
          <>
            <Button size="small" variant="quiet" disabled={zoom <= 1} onClick={() => setZoom(zoom / 2)}>
              Zoom out
            </Button>
            <Button size="small" variant="quiet" disabled={zoom >= FARTHEST} onClick={() => setZoom(zoom * 2)}>
              Zoom in
            </Button>
          </>
        }
        picture={<TimelinePicture projectId={projectId} timeline={timeline} zoom={zoom} svg={svg} />}
        svg={svg}
        table={<TimelineTable projectId={projectId} timeline={timeline} />}
        tableAt="foot"
      />
      <LeftOut projectId={projectId} timeline={timeline} cut={cut} />
    </div>
  );
}

/** What is not on the picture is counted. */
function LeftOut({ projectId, timeline, cut }: { projectId: string; timeline: Timeline; cut: boolean }) {
  const search = useSearchParams().toString();
  const { lanes, timeless, disagreements } = timeline;
  const [placed, pairs] = [lanes.length, disagreements.length];
  return (
    <p className="px-4 text-sm text-muted md:px-6">
      {placed} {placed === 1 ? 'claim has' : 'claims have'} a time
      {pairs > 0 ? ` · ${pairs} ${pairs === 1 ? 'pair disagrees' : 'pairs disagree'}` : ''}
      {timeless > 0 ? (
        <>
          {` · ${timeless} ${timeless === 1 ? 'says' : 'say'} no time: see `}
          <TextLink href={`/projects/${projectId}/claims${search && `?${search}`}`}>the list</TextLink>
        </>
      ) : null}
      {cut ? ` · only the ${MOST} newest are looked at: filters narrow them` : ''}
    </p>
  );
}

const NoTimes = ({ any, timeless }: { any: boolean; timeless: number }) => (
  <EmptyState title={any && timeless === 0 ? 'No claim fits' : 'No claim says when'}>
    {any && timeless === 0
      ? 'Take a filter away, or find other words.'
      : 'A claim with a period stands here: “2006”, “by May 2010”, “the 2010s”. Give it one under “Edit” on its page.'}
  </EmptyState>
);

const Waiting = () => (
  <Loading label="The timeline" className="px-4 md:px-6">
    <Skeleton lines={8} />
  </Loading>
);
