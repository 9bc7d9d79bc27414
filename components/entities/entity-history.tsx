'use client';
import { HistoryLines } from '@/components/activity/history-lines';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { ChangedWords } from '@/components/ui/changed-words';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { Entity } from '@/lib/entities/entity';
import { changesOf, type Change } from './entity-changes';

/** What each change took the place of, word by word, and what happened to the entity. */
export function EntityHistory({ entity }: { entity: Entity }) {
  const versions = useRead('listEntityVersions', { id: entity.id });
  const lines = usePages('listHistory', { projectId: entity.projectId }, { subjectId: entity.id, limit: 20 });
  const error = versions.error ?? lines.error;
  const told = changesOf(entity, versions.data?.items ?? []);
  const retry = () => void Promise.all([versions.refetch(), lines.refetch()]);
  return (
    <section aria-labelledby="history" className="flex flex-col gap-3">
      <h2 id="history" className="text-lg font-semibold">
        History
      </h2>
      {error ? (
        <Unread what="The history" error={error} onRetry={retry} />
      ) : lines.loading || versions.isPending ? (
        <Loading label="Loading the history">
          <Skeleton lines={3} />
        </Loading>
      ) : (
        <>
          {told.length > 0 && (
            <ol aria-label="What was changed" className="flex flex-col">
              {told.map(({ version, changes }) => (
                <li key={version.id} className="flex flex-col gap-1 border-b border-line py-2">
                  <p className="text-muted">
                    Changed by {version.replacedBy.name}, <Time at={version.replacedAt} />
                  </p>
                  {changes.map((change) => (
                    <Changed key={change.label} change={change} />
                  ))}
                </li>
              ))}
            </ol>
          )}
          <HistoryLines lines={lines.rows} withoutLabel />
          {lines.more && (
            <Button className="self-start" onClick={lines.more}>
              Show more
            </Button>
          )}
        </>
      )}
    </section>
  );
}

const Changed = ({ change: { label, before, after } }: { change: Change }) => (
  <p dir="auto" className="wrap-anywhere">
    <span className="text-muted">{label}: </span>
    <ChangedWords before={before} after={after} />
  </p>
);
