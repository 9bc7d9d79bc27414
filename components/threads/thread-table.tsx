'use client';
import { NewChanges } from '@/components/live/new-changes';
import { useStillPages } from '@/components/live/use-still-pages';
import { AvatarStack } from '@/components/ui/avatar-stack';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { Time } from '@/components/ui/time';
import type { Person } from '@/lib/core/words';
import type { Thread } from '@/lib/threads/thread';
import { openObjections } from './arrivals';
import { SubjectLabel } from './subject-label';
import { filterOf, kindWords, threadFilterNames } from './thread-filter';
import { ThreadOutcome } from './thread-outcome';

const present = ({ comments }: Thread) => comments.filter(({ deleted }) => !deleted);
const peopleIn = (thread: Thread): Person[] => [
  ...new Map(present(thread).map(({ author }) => [author.id, author])).values(),
];

const columns: Column<Thread>[] = [
  {
    id: 'about',
    header: 'About',
    primary: true,
    cell: ({ subject }) => (
      <span className="block truncate">
        <SubjectLabel subject={subject} />
      </span>
    ),
  },
  { id: 'kind', header: 'On', width: '6rem', from: 'xl', cell: ({ subject }) => kindWords[subject.type] },
  {
    id: 'last',
    header: 'Last said',
    from: 'md',
    cell: (thread) => {
      const last = present(thread).at(-1);
      return last ? (
        <span className="block truncate text-muted">
          {last.author.name}: {last.text}
        </span>
      ) : null;
    },
  },
  {
    id: 'people',
    header: 'People',
    width: '7rem',
    from: 'lg',
    cell: (thread) => <AvatarStack label="Took part" people={peopleIn(thread)} />,
  },
  {
    id: 'comments',
    header: 'Comments',
    width: '6rem',
    align: 'end',
    from: 'md',
    cell: (thread) => present(thread).length,
  },
  {
    id: 'state',
    header: 'State',
    width: '9rem',
    cell: (thread) =>
      openObjections(thread).length > 0 ? (
        <Badge tone="bad">Blocks approval</Badge>
      ) : (
        <ThreadOutcome outcome={thread.outcome?.kind ?? null} />
      ),
  },
  { id: 'moved', header: 'Last moved', width: '12rem', from: 'lg', cell: ({ updatedAt }) => <Time at={updatedAt} /> },
];

/** The project's threads, as the address filters them, the one that moved last first. */
export function ThreadTable({ projectId }: { projectId: string }) {
  const { filter } = filterOf(useSearchFilters(threadFilterNames).values);
  const pages = useStillPages('listThreads', { projectId }, filter);
  if (pages.error)
    return (
      <ErrorState title="The threads could not be read" onRetry={() => void pages.refetch()}>
        {pages.error.message}
      </ErrorState>
    );
  const narrowed =
    Boolean(filter.mine ?? filter.objections ?? filter.mentions ?? filter.waitsFor ?? filter.subjectType) ||
    filter.state === 'closed';
  return (
    <>
      <NewChanges waiting={pages.waiting} onShow={pages.show} />
      <DataTable
        label="Threads"
        columns={columns}
        rows={pages.rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/projects/${projectId}/threads/${id}`}
        loading={pages.loading}
        empty={
          narrowed ? (
            <EmptyState title="No such threads" action={<ButtonLink href="?state=all">Show all threads</ButtonLink>}>
              Nothing here fits these filters.
            </EmptyState>
          ) : (
            <EmptyState
              title="No open threads"
              action={<ButtonLink href={`/projects/${projectId}/articles`}>Open an article</ButtonLink>}
            >
              Disagreements live beside the words they are about. Choose a highlight, a tag, a claim or an entity and
              press D to discuss it; it shows here until it is settled.
            </EmptyState>
          )
        }
      />
      {pages.more && (
        <div className="p-4">
          <Button onClick={pages.more}>Show more</Button>
        </div>
      )}
    </>
  );
}
