'use client';
import { Unread } from '@/components/live/unread';
import { NewChanges } from '@/components/live/new-changes';
import { useStillPages } from '@/components/live/use-still-pages';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { EmptyState } from '@/components/ui/empty-state';
import { entityLook } from '@/components/ui/entity-look';
import { EntityMark } from '@/components/ui/entity-mark';
import { Time } from '@/components/ui/time';
import type { Entity } from '@/lib/entities/entity';
import { NewEntity } from './new-entity';
import { useEntityFilters, type EntitySort } from './use-entity-filters';

const none = <span className="text-faint">–</span>;

const columns: Column<Entity>[] = [
  {
    id: 'name',
    header: 'Name',
    primary: true,
    sortable: true,
    cell: (entity) => (
      <span className="inline-flex max-w-full items-center gap-2">
        <EntityMark type={entity.type} />
        <span className="min-w-0 truncate">{entity.name}</span>
      </span>
    ),
  },
  { id: 'type', header: 'Type', width: '9rem', from: 'lg', cell: (entity) => entityLook(entity.type).word },
  { id: 'aliases', header: 'Also written', from: 'md', cell: (entity) => entity.aliases.join(', ') || none },
  {
    id: 'mentions',
    header: 'Mentions',
    width: '6rem',
    align: 'end',
    sortable: true,
    cell: (entity) => entity.mentionCount || none,
  },
  {
    id: 'articles',
    header: 'Articles',
    width: '5.5rem',
    align: 'end',
    from: 'md',
    cell: (entity) => entity.articleCount || none,
  },
  {
    id: 'added',
    header: 'Added',
    width: '7.5rem',
    from: 'xl',
    sortable: true,
    cell: (entity) => <Time at={entity.createdAt} detail="date" />,
  },
];
const directions = { name: 'ascending', mentions: 'descending', added: 'descending' } as const;

/** The entities of the project, as the filters in the address narrow them. */
export function EntityTable({ projectId }: { projectId: string }) {
  const { query, set, any } = useEntityFilters();
  const pages = useStillPages('listEntities', { projectId }, query);
  if (pages.error) return <Unread what="The entities" error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <>
      <NewChanges waiting={pages.waiting} onShow={pages.show} />
      <DataTable
        label="Entities"
        columns={columns}
        rows={pages.rows}
        rowKey={(entity) => entity.id}
        rowHref={(entity) => `/projects/${projectId}/entities/${entity.id}`}
        sort={{ id: query.sort, direction: directions[query.sort] }}
        onSortChange={({ id }) => set({ sort: id as EntitySort })}
        loading={pages.loading}
        empty={
          any ? (
            <EmptyState
              title="No entity fits"
              action={<Button onClick={() => set({ q: null, type: null })}>Show all entities</Button>}
            >
              Take a filter away, or try another spelling: aliases are found too.
            </EmptyState>
          ) : (
            <EmptyState title="No entities yet" action={<NewEntity projectId={projectId} />}>
              People, organisations, places, events and unnamed sources. They come by themselves when words in an
              article are tagged.
            </EmptyState>
          )
        }
      />
      {pages.more && (
        <div className="p-4 md:px-6">
          <Button onClick={pages.more}>Show more</Button>
        </div>
      )}
    </>
  );
}
