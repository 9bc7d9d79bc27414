'use client';
import type { ReactNode } from 'react';
import { placeHref } from '@/components/frame/places';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { FirstSteps } from '@/components/start/first-steps';
import { Section } from '@/components/start/section';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import type { Overview } from '@/lib/overviews/overview';
import { AgreementPicture } from './agreement-picture';
import { BarList } from './bar-list';
import { articleFigures, claimFigures, questionFigures, queueFigures, threadFigures, type Figure } from './figures';
import { StateBar } from './state-bar';
import { useGlance } from './use-glance';
import { WaitingTable } from './waiting-table';

const isNew = ({ articles, claims }: Overview) =>
  [...Object.values(articles), ...Object.values(claims)].every((n) => n === 0);

/** The work of the project: how far it is, what waits, who is waiting for whom, how far we agree. */
export function ProjectGlance({ projectId }: { projectId: string }) {
  const overview = useGlance('findOverview', projectId);
  if (overview.data)
    return isNew(overview.data) ? (
      <FirstSteps projectId={projectId} />
    ) : (
      <Figures projectId={projectId} overview={overview.data} />
    );
  if (overview.error)
    return <Unread what="The overview" error={overview.error} onRetry={() => void overview.refetch()} />;
  return (
    <Loading label="Loading the overview" className="flex flex-col gap-8">
      <Skeleton lines={4} />
      <Skeleton lines={8} />
    </Loading>
  );
}

function Figures({ projectId, overview }: { projectId: string; overview: Overview }) {
  return (
    <div className="flex max-w-6xl flex-col gap-8 pb-8">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-2">
        <Section title="Articles">
          <StateBar figures={articleFigures(projectId, overview)} href={placeHref(projectId, 'articles')} />
        </Section>
        <Section title="Claims">
          <StateBar figures={claimFigures(projectId, overview)} href={placeHref(projectId, 'claims')} />
        </Section>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 md:grid-cols-2 lg:grid-cols-3">
        <YourQueue projectId={projectId} />
        <Bars title="Questions" figures={questionFigures(projectId, overview)} />
        <Bars title="Threads" figures={threadFigures(projectId, overview)} />
      </div>
      <Section title="Who is waiting for whom">
        {overview.people.length === 0 ? (
          <p className="text-muted">Nobody waits for anybody.</p>
        ) : (
          <WaitingTable projectId={projectId} people={overview.people} />
        )}
      </Section>
      <Section title="Agreement at each reveal">
        <Agreement projectId={projectId} overview={overview} />
      </Section>
    </div>
  );
}

const Bars = ({ title, figures }: { title: string; figures: readonly Figure[] }) => (
  <Section title={title}>
    <BarList label={title} figures={figures} />
  </Section>
);

function YourQueue({ projectId }: { projectId: string }) {
  // The same read as the count in the rail.
  const queue = useRead('findReviewQueue', { projectId }, { limit: 1 });
  if (queue.data) return <Bars title="Queue, for you" figures={queueFigures(projectId, queue.data.counts)} />;
  return (
    <Section title="Queue, for you">
      <Loading label="Loading the queue">
        <Skeleton lines={3} />
      </Loading>
    </Section>
  );
}

function Agreement({ projectId, overview: { agreement } }: { projectId: string; overview: Overview }): ReactNode {
  if (agreement.length === 0)
    return (
      <p className="max-w-prose text-muted">
        Nothing to draw yet: agreement is told when the work of a blind round is revealed, before anybody has seen it.
        How far open work agrees is on <TextLink href={`/projects/${projectId}/agreement`}>Agreement</TextLink>, a round
        is opened under <TextLink href={`/projects/${projectId}/rounds`}>Rounds</TextLink>.
      </p>
    );
  return (
    <>
      <p className="max-w-prose text-muted">
        Of the answers that two people of a blind round could differ on, how many were alike when they first saw each
        other’s: whether an article names an entity, what it says of a claim, how likely a claim is.
      </p>
      <AgreementPicture projectId={projectId} reveals={agreement} />
    </>
  );
}
