'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { Section } from '@/components/start/section';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { BarList } from './bar-list';
import { CameBack } from './came-back';
import { ownFigures, queueFigures } from './figures';
import { GivenToMe } from './given-to-me';
import { MentionsOfMe } from './mentions-of-me';
import { useGlance } from './use-glance';

/** The reader's own work: what was given to them, what came back, who asks them, what waits for others. */
export function OwnGlance({ projectId }: { projectId: string }) {
  const { me, may } = useHere(projectId);
  const own = useGlance('findOwnWork', projectId);
  const queue = useRead('findReviewQueue', { projectId }, { limit: 1 });
  if (own.error) return <Unread what="Your work" error={own.error} onRetry={() => void own.refetch()} />;
  if (!own.data)
    return (
      <Loading label="Loading your work" className="flex flex-col gap-8">
        <Skeleton lines={6} />
      </Loading>
    );
  const { asked, awaited } = ownFigures(projectId, me.id, own.data);
  return (
    <div className="flex max-w-6xl flex-col gap-8 pb-8">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 md:grid-cols-2 lg:grid-cols-3">
        <Section title="Waiting for me">
          <BarList label="Waiting for me" figures={asked} />
        </Section>
        {may('tag.review') === true && (
          <Section title="For me to review">
            {queue.data ? (
              <BarList label="For me to review" figures={queueFigures(projectId, queue.data.counts)} />
            ) : (
              <Loading label="Loading the queue">
                <Skeleton lines={3} />
              </Loading>
            )}
          </Section>
        )}
        <Section title="Mine, waiting for colleagues">
          <BarList label="Mine, waiting for colleagues" figures={awaited} />
        </Section>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 lg:grid-cols-3">
        <GivenToMe projectId={projectId} userId={me.id} own={own.data} />
        <CameBack projectId={projectId} own={own.data} />
        <MentionsOfMe projectId={projectId} userId={me.id} own={own.data} />
      </div>
    </div>
  );
}
