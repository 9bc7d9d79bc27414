'use client';
import type { ReactNode } from 'react';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { Button } from '@/components/ui/button';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import type { Problem } from '@/lib/api/client';
import { HistoryLines } from './history-lines';

interface SubjectHistoryProps {
  projectId: string;
  subjectId: string;
  /** How the reading of its versions went. */
  versions: { isPending: boolean; error: Problem | null; refetch: () => unknown };
  /** What its versions tell, above what happened to it. */
  children: ReactNode;
}

/** The history of one claim or entity: what each version changed, then the log's lines on it. */
export function SubjectHistory({ projectId, subjectId, versions, children }: SubjectHistoryProps) {
  const lines = usePages('listHistory', { projectId }, { subjectId, limit: 20 });
  const error = versions.error ?? lines.error;
  const retry = () => {
    void versions.refetch();
    void lines.refetch();
  };
  return (
    <section aria-labelledby="history" className="flex flex-col gap-3">
      <h2 id="history" className="text-lg font-semibold">
        History
      </h2>
      {error ? (
        <Unread what="The history" error={error} onRetry={retry} />
      ) : lines.loading || versions.isPending ? (
        <Loading label="Loading the history">
          <Skeleton lines={4} />
        </Loading>
      ) : (
        <>
          {children}
          <HistoryLines lines={lines.rows} withoutLabel bringsBack />
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
