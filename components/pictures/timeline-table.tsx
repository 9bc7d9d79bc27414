import { useMemo } from 'react';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { sayPeriod } from '@/lib/claims/period';
import { precisionOf, readWhen } from '@/lib/claims/when';
import type { Lane, Timeline } from './timeline-layout';

const none = <span className="text-faint">–</span>;

const saidPrecision = {
  day: 'to the day',
  month: 'to the month',
  year: 'to the year',
  decade: 'to the decade',
  range: 'a stretch',
};

function precision({ claim }: Lane): string {
  const { from = null, to = null } = claim.structure.period ?? {};
  const said = [from, to].flatMap((written) => {
    const when = written === null ? null : readWhen(written);
    return when ? [`${when.about ? 'about, ' : ''}${saidPrecision[precisionOf(when)]}`] : [];
  });
  return [...new Set(said)].join('; ');
}

function columnsFor({ lanes }: Timeline): Column<Lane>[] {
  const statements = new Map(lanes.map(({ claim }) => [claim.id, claim.statement]));
  const against = ({ claim, disagreements }: Lane) =>
    disagreements.map(({ a, b, reason }) => (
      <p key={`${a} ${b}`} className="text-warn">
        “{statements.get(a === claim.id ? b : a)}” {reason}
      </p>
    ));
  return [
    { id: 'when', header: 'When', width: '15rem', cell: ({ claim }) => sayPeriod(claim.structure.period) },
    { id: 'statement', header: 'Statement', primary: true, cell: ({ claim }) => claim.statement },
    { id: 'precision', header: 'Known', width: '9rem', from: 'lg', cell: precision },
    {
      id: 'against',
      header: 'Disagrees with',
      from: 'md',
      cell: (lane) => (lane.disagreements.length ? <>{against(lane)}</> : none),
    },
  ];
}

/** What the timeline shows, in the same order, to be read and copied. */
export function TimelineTable({ projectId, timeline }: { projectId: string; timeline: Timeline }) {
  const columns = useMemo(() => columnsFor(timeline), [timeline]);
  return (
    <DataTable
      label="Claims by time"
      columns={columns}
      rows={timeline.lanes}
      rowKey={({ claim }) => claim.id}
      rowHref={({ claim }) => `/projects/${projectId}/claims/${claim.id}`}
    />
  );
}
