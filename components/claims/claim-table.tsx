'use client';
import { useMemo } from 'react';
import { OriginsCell } from '@/components/echoes/origins-cell';
import { Unread } from '@/components/live/unread';
import { NewChanges } from '@/components/live/new-changes';
import { useStillPages } from '@/components/live/use-still-pages';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { EmptyState } from '@/components/ui/empty-state';
import { StanceMark } from '@/components/ui/stance-mark';
import { Time } from '@/components/ui/time';
import type { Claim } from '@/lib/claims/claim';
import { sayPeriod } from '@/lib/claims/period';
import { sayReading } from '@/lib/claims/value';
import { NewClaim } from './new-claim';
import { useClaimFilters, type ClaimSort } from './use-claim-filters';

const none = <span className="text-faint">–</span>;

function Citations({ supports, contradicts }: Claim['citations']) {
  if (supports + contradicts === 0) return none;
  return (
    <span className="inline-flex items-center gap-3">
      <span className="inline-flex items-center gap-1">
        <StanceMark stance="supports" compact />
        {supports}
      </span>
      {contradicts > 0 && (
        <span className="inline-flex items-center gap-1">
          <StanceMark stance="contradicts" compact />
          {contradicts}
        </span>
      )}
    </span>
  );
}

/** What it comes to and when, in a line: "300–400 people · began in 2006". */
function inShort({ object, value, reading, period }: Claim['structure']): string {
  const what = object?.name ?? (reading ? sayReading(reading) : value);
  const { note, ...moments } = period ?? { note: null };
  const dated = 'from' in moments && (moments.from || moments.to);
  const when = dated ? sayPeriod({ ...moments, note: null, saidOn: null }) : note;
  return [what, when].filter(Boolean).join(' · ');
}

const columnsFor = (projectId: string, page: string, taken: boolean): Column<Claim>[] => [
  { id: 'statement', header: 'Statement', primary: true, sortable: true, cell: (claim) => claim.statement },
  // Only where a claim has been taken apart: the sentence needs the room.
  ...(taken
    ? [
        {
          id: 'structure',
          header: 'What, when',
          width: '11rem',
          from: 'xl' as const,
          cell: (claim: Claim) => inShort(claim.structure) || none,
        },
      ]
    : []),
  { id: 'status', header: 'Status', width: '7rem', cell: (claim) => <ClaimStatusBadge status={claim.status} /> },
  {
    id: 'citations',
    header: 'For, against',
    width: '7rem',
    from: 'md',
    cell: (claim) => <Citations {...claim.citations} />,
  },
  {
    id: 'articles',
    header: 'Articles',
    width: '5rem',
    align: 'end',
    from: 'lg',
    cell: (claim) => claim.articleCount || none,
  },
  {
    id: 'origins',
    header: 'Origins',
    width: '9rem',
    from: 'lg',
    cell: (claim) => <OriginsCell projectId={projectId} claimId={claim.id} page={page} />,
  },
  {
    id: 'objections',
    header: 'Objections',
    width: '6.5rem',
    align: 'end',
    from: 'lg',
    cell: (claim) => (claim.openObjections ? <Badge tone="warn">{claim.openObjections} open</Badge> : none),
  },
  {
    id: 'updated',
    header: 'Updated',
    width: '7.5rem',
    from: 'md',
    sortable: true,
    cell: (claim) => <Time at={claim.updatedAt} detail="date" />,
  },
];
const directions = { updated: 'descending', added: 'descending', statement: 'ascending' } as const;

/** The claims of the project, as the filters in the address narrow them. */
export function ClaimTable({ projectId }: { projectId: string }) {
  const { query, set, clear, any } = useClaimFilters();
  const pages = useStillPages('listClaims', { projectId }, query);
  const page = pages.rows
    .slice(0, 200)
    .map(({ id }) => id)
    .join();
  const taken = pages.rows.some(({ structure }) => inShort(structure) !== '');
  const columns = useMemo(() => columnsFor(projectId, page, taken), [projectId, page, taken]);
  if (pages.error) return <Unread what="The claims" error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <>
      <NewChanges waiting={pages.waiting} onShow={pages.show} />
      <DataTable
        label="Claims"
        columns={columns}
        rows={pages.rows}
        rowKey={(claim) => claim.id}
        rowHref={(claim) => `/projects/${projectId}/claims/${claim.id}`}
        sort={{ id: query.sort, direction: directions[query.sort] }}
        onSortChange={({ id }) => set({ sort: id as ClaimSort })}
        loading={pages.loading}
        empty={any ? <NothingFits onClear={clear} /> : <NoClaims projectId={projectId} />}
      />
      {pages.more && (
        <div className="p-4 md:px-6">
          <Button onClick={pages.more}>Show more</Button>
        </div>
      )}
    </>
  );
}

const NothingFits = ({ onClear }: { onClear: () => void }) => (
  <EmptyState title="No claim fits" action={<Button onClick={onClear}>Show all claims</Button>}>
    Take a filter away, or find other words.
  </EmptyState>
);

const NoClaims = ({ projectId }: { projectId: string }) => (
  <EmptyState title="No claims yet" action={<NewClaim projectId={projectId} />}>
    A claim is one assertion in one sentence. State one here, or select words in an article and say what they support or
    contradict.
  </EmptyState>
);
