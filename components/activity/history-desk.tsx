'use client';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Loading } from '@/components/ui/loading';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { historyKinds, type HistoryKind } from '@/lib/activity/activity';
import { HistoryLines } from './history-lines';

const kinds = Object.keys(historyKinds) as HistoryKind[];
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const words: Record<HistoryKind, string> = {
  articles: 'Articles',
  tags: 'Tags',
  claims: 'Claims',
  questions: 'Questions',
  entities: 'Entities',
  threads: 'Threads',
  rounds: 'Rounds',
  exports: 'Exports',
  project: 'Project',
};

/** Everything that happened in the project, newest first, narrowed by who and what. */
export function HistoryDesk({ projectId }: { projectId: string }) {
  const { values, set } = useSearchFilters(['kind', 'by']);
  const kind = kinds.find((one) => one === values.kind);
  const by = ID.test(values.by) ? values.by : undefined;
  const pages = usePages('listHistory', { projectId }, { kind, actorId: by });
  const members = useRead('listMembers', { projectId });
  const people = (members.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }));
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        {kinds.map((one) => (
          <Chip key={one} pressed={one === kind} onClick={() => set({ kind: one === kind ? null : one })}>
            {words[one]}
          </Chip>
        ))}
        <div className="w-44">
          <Select
            label="Who"
            value={by ?? 'all'}
            onValueChange={(next) => set({ by: next === 'all' ? null : next })}
            options={[{ value: 'all', label: 'Everybody' }, ...people]}
          />
        </div>
      </div>
      {pages.error ? (
        <Unread what="The history" error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.loading ? (
        <Loading label="Loading the history">
          <Skeleton lines={12} />
        </Loading>
      ) : pages.rows.length === 0 ? (
        <EmptyState
          title="Nothing of this kind happened yet"
          action={
            kind || by ? <Button onClick={() => set({ kind: null, by: null })}>Show everything</Button> : undefined
          }
        >
          Whatever anybody does here stands in this log, in order, and cannot be taken out of it.
        </EmptyState>
      ) : (
        <HistoryLines lines={pages.rows} />
      )}
      {pages.more && (
        <Button className="self-start" onClick={pages.more}>
          Show more
        </Button>
      )}
    </div>
  );
}
