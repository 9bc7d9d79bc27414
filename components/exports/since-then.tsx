'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { ButtonLink } from '@/components/ui/button-link';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import type { MadeExport } from '@/lib/exports/export';
import { Changes } from './changes';

/** What became of the claims of an export since it was made, and the way to an export of that. */
export function SinceThen({ made: { id, projectId, manifest } }: { made: MadeExport }) {
  const recorded = manifest.claims !== undefined;
  const preview = useRead('previewExport', { projectId }, { since: id }, { enabled: recorded });
  if (!recorded) return null;
  const { changes, claims = [] } = preview.data ?? {};
  const some =
    changes && changes.added.length + changes.changed.length + changes.withdrawn.length + changes.outside.length;
  return (
    <section aria-labelledby="since-then" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h2 id="since-then" className="text-lg font-semibold">
          Since then
        </h2>
        {some ? (
          <ButtonLink href={`/projects/${projectId}/export?since=${id}`} size="small">
            Export what changed
          </ButtonLink>
        ) : null}
      </div>
      {preview.error ? (
        <Unread what="What changed since" error={preview.error} onRetry={() => void preview.refetch()} />
      ) : changes ? (
        <Changes projectId={projectId} claims={claims} changes={changes} />
      ) : (
        <Loading label="Loading what changed since">
          <Skeleton lines={3} />
        </Loading>
      )}
    </section>
  );
}
