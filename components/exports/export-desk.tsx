'use client';
import { useState } from 'react';
import { RestingChips } from '@/components/claims/resting-chips';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Loading } from '@/components/ui/loading';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { restingsIn } from '@/lib/claims/resting';
import { saysChanges } from '@/lib/exports/export-formats';
import { tlps } from '@/lib/formats/marking';
import { ExportJobs } from './export-jobs';
import { ExportList } from './export-list';
import { FilePreview } from './file-preview';
import { formatIn } from './formats';
import { MakeExport } from './make-export';
import { Preview } from './preview';

/** Holds the place of the first lines while they are made: what stands below does not jump. */
const FilePreviewSkeleton = () => (
  <Loading label="Making the first lines" className="flex flex-col gap-3">
    <Skeleton className="h-6 w-24" />
    <Skeleton className="h-62 w-full" />
  </Loading>
);

/** Which file for whom and what it loses; beside it its first lines, what is in it and what is left out; then the earlier ones. */
export function ExportDesk({ projectId }: { projectId: string }) {
  const { values, set } = useSearchFilters(['claim', 'rests', 'format', 'marking', 'ceiling', 'since']);
  const [begun, setBegun] = useState<string | null>(null);
  const rests = restingsIn(values.rests);
  const claim = values.claim || null;
  const since = claim ? null : values.since || null;
  const asked = formatIn(values.format);
  const format = since && !saysChanges(asked) ? 'html' : asked;
  const marking = tlps.find((tlp) => tlp === values.marking) ?? null;
  const ceiling = tlps.find((tlp) => tlp === values.ceiling) ?? null;
  const narrowed = {
    ...(claim ? { claim } : since ? { since } : rests.length ? { rests: rests.join(',') } : {}),
    ...(ceiling ? { ceiling } : {}),
  };
  const preview = useRead('previewExport', { projectId }, narrowed);
  const file = useRead('previewFile', { projectId }, { format, ...narrowed, ...(marking ? { marking } : {}) });
  const failed = preview.error ?? file.error;
  const again = () => void Promise.all([preview.refetch(), file.refetch()]);
  if (failed) return <Unread what="The export" error={failed} onRetry={again} />;
  return (
    <>
      {claim && (
        <div className="px-4 pb-6 md:px-6">
          <Notice
            title="This claim alone"
            action={
              <Button size="small" onClick={() => set({ claim: null })}>
                All approved claims
              </Button>
            }
          >
            Whatever format is chosen holds no other.
          </Notice>
        </div>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 px-4 md:px-6 lg:grid-cols-[23rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <MakeExport
            projectId={projectId}
            preview={preview.data}
            claim={claim}
            rests={rests}
            since={since}
            onSince={(next) => set({ since: next })}
            format={format}
            onFormat={(next) => set({ format: next === 'html' ? null : next })}
            marking={marking}
            onMarking={(next) => set({ marking: next })}
            ceiling={ceiling}
            onCeiling={(next) => set({ ceiling: next })}
            onBegun={setBegun}
            loses={file.data?.loses}
          />
          {/* Beside the button that began it: below the list of claims nobody would see that anything happens. */}
          <ExportJobs projectId={projectId} begun={begun} />
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          {file.data ? (
            <FilePreview files={file.data.files} sampled={file.data.sampled} claims={preview.data?.counts.claims} />
          ) : (
            preview.data?.counts.claims !== 0 && <FilePreviewSkeleton />
          )}
          <div className="flex min-w-0 flex-col gap-4">
            {!since && !claim && <RestingChips value={values.rests} onChange={(next) => set({ rests: next })} />}
            {preview.data ? (
              <Preview projectId={projectId} preview={preview.data} narrowed={!claim && rests.length > 0} />
            ) : (
              <Loading label="Loading what would be exported">
                <Skeleton lines={6} />
              </Loading>
            )}
          </div>
        </div>
      </div>
      <ExportList projectId={projectId} />
    </>
  );
}
