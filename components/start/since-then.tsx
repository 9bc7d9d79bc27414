'use client';
import { HistoryLines } from '@/components/activity/history-lines';
import { useRead } from '@/components/live/use-read';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { Section } from './section';
import { useLastVisit } from './use-last-visit';
import { gathered, news } from './visits';

const SHOWN = 8;

/** What others did since the reader was here. */
export function SinceThen({ projectId, userId }: { projectId: string; userId: string }) {
  const since = useLastVisit(projectId);
  const history = useRead('listHistory', { projectId }, { limit: 100 });
  if (history.error) return null;
  if (since === undefined || !history.data)
    return (
      <Section title="Since you were here">
        <Loading label="Loading what happened">
          <Skeleton lines={5} />
        </Loading>
      </Section>
    );
  const lines = gathered(news(history.data.items, userId, since));
  return (
    <Section title={since === null ? 'Lately' : 'Since you were here'}>
      {lines.length === 0 ? (
        <p className="text-muted">Nothing by others.</p>
      ) : (
        <HistoryLines lines={lines.slice(0, SHOWN)} />
      )}
      <TextLink href={`/projects/${projectId}/history`} className="self-start">
        {lines.length > SHOWN ? 'More in the history' : 'The whole history'}
      </TextLink>
    </Section>
  );
}
