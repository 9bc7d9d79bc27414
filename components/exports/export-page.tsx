'use client';
import { FileJson } from 'lucide-react';
import type { ReactNode } from 'react';
import { Page } from '@/components/frame/page';
import { Where } from '@/components/frame/where';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { buttonLook } from '@/components/ui/button-look';
import { Disclosure } from '@/components/ui/disclosure';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import type { MadeExport } from '@/lib/exports/export';
import { manifestName } from '@/lib/formats/manifest-file';
import { DownloadLink } from './download-link';
import { ExportFacts } from './export-facts';
import { ExportFiles } from './export-files';
import { manifestHref } from './formats';
import { LeftOutList } from './left-out-list';
import { ShareExport } from './share-export';
import { SinceThen } from './since-then';
import { WithdrawnList } from './withdrawn-list';

function Part({ id, title, hint, children }: { id: string; title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {hint && <p className="max-w-prose text-muted">{hint}</p>}
      {children}
    </section>
  );
}

/** Two files: what goes to the receiver, and what lets them check it. */
function Downloads({ made }: { made: MadeExport }) {
  return (
    <>
      <a href={manifestHref(made.id)} download={manifestName(made.fileName)} className={buttonLook('quiet', 'medium')}>
        <FileJson size={14} aria-hidden />
        Manifest
      </a>
      <ShareExport made={made} size="medium" />
      <DownloadLink made={made} variant="primary" size="medium" />
    </>
  );
}

function Outside({ made: { projectId, manifest } }: { made: MadeExport }) {
  const { leftOut, withdrawn = [] } = manifest;
  return (
    <>
      {withdrawn.length > 0 && (
        <Part
          id="withdrawn"
          title={
            withdrawn.length === 1 ? '1 claim was withdrawn before' : `${withdrawn.length} claims were withdrawn before`
          }
          hint="Earlier exports held them. The manifest names them, so that whoever has those files stops using them."
        >
          <WithdrawnList projectId={projectId} withdrawn={withdrawn} />
        </Part>
      )}
      {leftOut.length > 0 && (
        <Part
          id="left-out"
          title={leftOut.length === 1 ? '1 claim was left out' : `${leftOut.length} claims were left out`}
        >
          <Disclosure summary="Which, and why" open={leftOut.length <= 3}>
            <LeftOutList projectId={projectId} leftOut={leftOut} />
          </Disclosure>
        </Part>
      )}
    </>
  );
}

/** One export: what it was made of, by whom, where the log stood, its files and their hashes, and what became of its claims since. */
export function ExportPage({ projectId, exportId }: { projectId: string; exportId: string }) {
  const read = useRead('findExport', { id: exportId });
  const back = { href: `/projects/${projectId}/export`, label: 'All exports' };
  if (read.error)
    return <Unread what="This export" error={read.error} onRetry={() => void read.refetch()} back={back} />;
  if (!read.data)
    return (
      <Loading label="Loading the export" className="flex flex-col gap-6 p-6">
        <Skeleton className="h-7 w-1/2" />
        <Skeleton lines={5} />
      </Loading>
    );
  const made = read.data;
  return (
    <Page title={made.fileName} actions={<Downloads made={made} />}>
      <Where crumbs={[{ label: made.fileName }]} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 pb-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="flex min-w-0 flex-col gap-8">
          <Part id="files" title="Files">
            <ExportFiles made={made} />
          </Part>
          <SinceThen made={made} />
          <Outside made={made} />
        </div>
        <Part id="made" title="How it was made">
          <ExportFacts made={made} />
        </Part>
      </div>
    </Page>
  );
}
