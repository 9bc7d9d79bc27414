'use client';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { Time } from '@/components/ui/time';
import { TlpBadge } from '@/components/ui/tlp-badge';
import type { MadeExport } from '@/lib/exports/export';
import { DownloadLink } from './download-link';
import { count, exportHref, formatName } from './formats';
import { ShareExport } from './share-export';

const columns: Column<MadeExport>[] = [
  { id: 'made', header: 'Made', primary: true, cell: (made) => <Time at={made.createdAt} /> },
  { id: 'by', header: 'By', width: '10rem', from: 'xl', cell: (made) => made.creator.name },
  {
    id: 'format',
    header: 'Format',
    width: '13rem',
    from: 'md',
    cell: ({ format, filter, manifest: { marking } }) => (
      <span className="inline-flex items-center gap-2">
        {filter.since ? `${formatName(format)}, changes` : formatName(format)}
        {marking && <TlpBadge tlp={marking} />}
      </span>
    ),
  },
  {
    id: 'claims',
    header: 'Claims',
    width: '5rem',
    align: 'end',
    from: 'md',
    cell: (made) => count(made.manifest.counts.claims ?? 0),
  },
  {
    id: 'leftOut',
    header: 'Left out',
    width: '5.5rem',
    align: 'end',
    from: 'xl',
    cell: (made) => count(made.manifest.leftOut.length),
  },
  {
    id: 'hash',
    header: 'SHA-256',
    width: '8rem',
    from: 'md',
    cell: (made) => <CopyButton text={made.sha256}>Copy hash</CopyButton>,
  },
  {
    id: 'file',
    header: 'File',
    width: '13rem',
    align: 'end',
    cell: (made) => (
      <span className="inline-flex items-center gap-1">
        <DownloadLink made={made} variant="plain" />
        <ShareExport made={made} />
      </span>
    ),
  },
];

/** The exports made so far: the bytes are kept, so that each can be fetched again as it was. */
export function ExportList({ projectId }: { projectId: string }) {
  const pages = usePages('listExports', { projectId }, {});
  if (pages.error) return <Unread what="Earlier exports" error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.loading && pages.rows.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className="mt-10">
      <h2 id="earlier" className="px-4 pb-2 text-lg font-semibold md:px-6">
        Earlier exports
      </h2>
      <DataTable
        label="Earlier exports"
        columns={columns}
        rows={pages.rows}
        rowKey={(made) => made.id}
        rowHref={(made) => exportHref(projectId, made.id)}
        loading={pages.loading}
      />
      {pages.more && (
        <div className="p-4 md:px-6">
          <Button onClick={pages.more}>Show more</Button>
        </div>
      )}
    </section>
  );
}
