'use client';
import { useRead } from '@/components/live/use-read';
import { Unread } from '@/components/live/unread';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import type { Round } from '@/lib/rounds/round';
import { NewRound } from './new-round';
import { useRoundFilters } from './round-filters';
import { RoundState } from './round-state';

const about = ({ articleIds: { length: articles }, claimIds: { length: claims } }: Round) =>
  [
    ...(articles ? [articles === 1 ? '1 article' : `${articles} articles`] : []),
    ...(claims ? [claims === 1 ? '1 claim' : `${claims} claims`] : []),
  ].join(', ');

const columns: Column<Round>[] = [
  { id: 'name', header: 'Round', primary: true, cell: ({ name }) => name },
  { id: 'state', header: 'Status', width: '7rem', cell: (round) => <RoundState round={round} /> },
  { id: 'about', header: 'About', width: '9rem', from: 'md', cell: about },
  {
    id: 'handed',
    header: 'Handed in',
    width: '7rem',
    align: 'end',
    cell: ({ analysts }) => `${analysts.filter(({ handedInAt }) => handedInAt).length} of ${analysts.length}`,
  },
  {
    id: 'people',
    header: 'People',
    width: '16rem',
    from: 'lg',
    cell: ({ analysts }) => (
      <span className="block truncate">{analysts.map(({ analyst }) => analyst.name).join(', ')}</span>
    ),
  },
  {
    id: 'opened',
    header: 'Opened',
    width: '8rem',
    from: 'xl',
    cell: ({ createdAt }) => <Time at={createdAt} detail="date" />,
  },
];

/** The rounds of the project, newest first. */
export function RoundTable({ projectId }: { projectId: string }) {
  const { waitsFor, set } = useRoundFilters();
  const rounds = useRead('listRounds', { projectId }, waitsFor ? { waitsFor } : {});
  if (rounds.error) return <Unread what="The rounds" error={rounds.error} onRetry={() => void rounds.refetch()} />;
  return (
    <DataTable
      label="Rounds"
      columns={columns}
      rows={rounds.data?.items ?? []}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/projects/${projectId}/rounds/${id}`}
      loading={rounds.isPending}
      empty={
        waitsFor ? (
          <EmptyState title="No round waits for that" action={<Button onClick={() => set(null)}>All rounds</Button>}>
            Whatever was given has been handed in.
          </EmptyState>
        ) : (
          <EmptyState title="No rounds yet" action={<NewRound projectId={projectId} />}>
            A round gives articles or claims to several people. In a blind one each judges alone first: nobody sees the
            others’ work until all have handed in, and then you see where you differ.
          </EmptyState>
        )
      }
    />
  );
}
