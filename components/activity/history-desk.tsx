'use client';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Loading } from '@/components/ui/loading';
import { absoluteTime } from '@/components/ui/moment';
import { Skeleton } from '@/components/ui/skeleton';
import type { HistoryLine } from '@/lib/activity/activity';
import { HistoryFilters } from './history-filters';
import { HistoryLines } from './history-lines';
import { useHistoryFilters } from './use-history-filters';

/** Everything that happened in the project, newest first, day by day, narrowed by who, what, about what and when. */
export function HistoryDesk({ projectId }: { projectId: string }) {
  const { query, clear, active } = useHistoryFilters();
  const pages = usePages('listHistory', { projectId }, query);
  const about = query.subjectId && pages.rows.find(({ subjectId }) => subjectId === query.subjectId);
  return (
    <div className="flex flex-col gap-4">
      <HistoryFilters projectId={projectId} aboutLabel={about ? about.label : null} />
      {pages.error ? (
        <Unread what="The history" error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.loading ? (
        <Loading label="Loading the history">
          <Skeleton lines={12} />
        </Loading>
      ) : pages.rows.length === 0 ? (
        <EmptyState
          title={active > 0 ? 'Nothing like that happened' : 'Nothing happened yet'}
          action={active > 0 ? <Button onClick={clear}>Show everything</Button> : undefined}
        >
          Whatever anybody does here stands in this log, in order, and cannot be taken out of it.
        </EmptyState>
      ) : (
        <Days lines={pages.rows} />
      )}
      {pages.more && (
        <Button className="self-start" onClick={pages.more}>
          Show more
        </Button>
      )}
    </div>
  );
}

function Days({ lines }: { lines: readonly HistoryLine[] }) {
  const days = new Map<string, HistoryLine[]>();
  for (const line of lines) {
    const day = line.at.slice(0, 10);
    const own = days.get(day);
    if (own) own.push(line);
    else days.set(day, [line]);
  }
  return [...days].map(([day, own]) => (
    <section key={day} aria-labelledby={`day-${day}`}>
      <h2
        id={`day-${day}`}
        className="sticky top-(--bar-height) z-10 border-b border-line bg-page py-1 text-sm text-muted"
      >
        {absoluteTime(day, 'date')}
      </h2>
      <HistoryLines lines={own} clock bringsBack />
    </section>
  ));
}
