'use client';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import type { Echo } from '@/lib/echoes/echo';
import { decisionWords, sharedWords } from './echo-words';

const side = (nth: 0 | 1) => (echo: Echo) => echo.spans[nth]!.title;

const columns: Column<Echo>[] = [
  {
    id: 'passage',
    header: 'Passage',
    primary: true,
    cell: ({ spans: [first] }) => (
      <span lang={first!.language ?? ''} className="quoted block truncate">
        {first!.quote}
      </span>
    ),
  },
  { id: 'words', header: 'Shared', width: '11rem', from: 'md', cell: sharedWords },
  { id: 'first', header: 'In', width: '16%', from: 'lg', cell: side(0) },
  { id: 'second', header: 'And in', width: '16%', from: 'lg', cell: side(1) },
  {
    id: 'decision',
    header: 'Decided',
    width: '9rem',
    cell: (echo) =>
      echo.decision ? (
        <span className="block truncate text-good" title={decisionWords(echo)}>
          {decisionWords(echo)}
        </span>
      ) : (
        <Badge tone="warn">undecided</Badge>
      ),
  },
];

interface EchoTableProps {
  echoes: readonly Echo[];
  loading: boolean;
  onOpen: (echo: Echo) => void;
}

/** The echoes of a project, a line each; a line opens the comparison. */
export function EchoTable({ echoes, loading, onOpen }: EchoTableProps) {
  return (
    <DataTable
      label="Echoes"
      columns={columns}
      rows={echoes}
      rowKey={(echo) => echo.id}
      onOpen={onOpen}
      loading={loading}
      empty={<p className="px-4 text-muted md:px-6">No passage fits.</p>}
    />
  );
}
