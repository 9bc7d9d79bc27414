'use client';
import { RestingChips } from '@/components/claims/resting-chips';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { restingsIn } from '@/lib/claims/resting';
import { ExportList } from './export-list';
import { MakeExport } from './make-export';
import { Preview } from './preview';

/** What will be in it, what is left out and why; then the file; then the earlier ones. */
export function ExportDesk({ projectId }: { projectId: string }) {
  const { values, set } = useSearchFilters(['rests']);
  const rests = restingsIn(values.rests);
  const preview = useRead('previewExport', { projectId }, rests.length ? { rests: rests.join(',') } : {});
  if (preview.error) return <Unread what="The export" error={preview.error} onRetry={() => void preview.refetch()} />;
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 px-4 md:px-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <RestingChips value={values.rests} onChange={(next) => set({ rests: next })} />
          {preview.data ? (
            <Preview projectId={projectId} preview={preview.data} />
          ) : (
            <Loading label="Loading what would be exported">
              <Skeleton lines={6} />
            </Loading>
          )}
        </div>
        <MakeExport projectId={projectId} claims={preview.data?.claims.length ?? 0} rests={rests} />
      </div>
      <ExportList projectId={projectId} />
    </>
  );
}
