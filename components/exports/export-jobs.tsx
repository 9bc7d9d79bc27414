'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Unread } from '@/components/live/unread';
import { useForget } from '@/components/live/use-forget';
import { announce } from '@/components/ui/announce';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { Time } from '@/components/ui/time';
import { get, keyOf, type AnswerOf, type Problem } from '@/lib/api/client';
import type { ExportJob } from '@/lib/exports/export';
import { count, formatName } from './formats';

const ASK = 1000; // ms between two looks at how far it is, while something is being made

const isOpen = ({ state }: ExportJob) => state === 'waiting' || state === 'running';

/** What is being made in the background, with how far it is; what failed says why. What is done is in the list below. */
export function ExportJobs({ projectId }: { projectId: string }) {
  const jobs = useQuery<AnswerOf<'listExportJobs'>, Problem>({
    queryKey: keyOf('listExportJobs', { projectId }, {}),
    queryFn: ({ signal }) => get('listExportJobs', { projectId }, {}, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? ASK : false),
  });
  const items = jobs.data?.items ?? [];
  useWhenDone(items.filter(isOpen).length);
  if (jobs.error) return <Unread what="What is being made" error={jobs.error} onRetry={() => void jobs.refetch()} />;
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="making" className="mt-10 flex max-w-3xl flex-col gap-3 px-4 md:px-6">
      <h2 id="making" className="text-lg font-semibold">
        {items.some(isOpen) ? 'Being made' : 'Not made'}
      </h2>
      {items.some(isOpen) && (
        <p className="text-muted">
          An export holds what is approved as it begins, and goes on when you leave this page.
        </p>
      )}
      {items.map((job) => (isOpen(job) ? <Making key={job.id} job={job} /> : <Failed key={job.id} job={job} />))}
    </section>
  );
}

/** The list is read again as soon as something leaves this one, which the event that tells of it may be late for. */
function useWhenDone(open: number) {
  const forget = useForget();
  const before = useRef(open);
  useEffect(() => {
    if (open < before.current) {
      forget('listExports');
      announce('An export that was being made has ended.');
    }
    before.current = open;
  }, [open, forget]);
}

function Making({ job }: { job: ExportJob }) {
  const { claims, total, state } = job;
  const read = total !== null && claims >= total;
  const far =
    state === 'waiting'
      ? 'waiting'
      : read
        ? 'writing'
        : `${count(claims)} of ${total === null ? '…' : count(total)} claims`;
  return (
    <div>
      <Progress
        label={`${formatName(job.format)}, asked for by ${job.creator.name}`}
        value={claims}
        max={Math.max(1, total ?? 1)}
        valueText={far}
      />
      <p className="mt-1 text-sm text-muted">
        Since <Time at={job.createdAt} />
      </p>
    </div>
  );
}

function Failed({ job }: { job: ExportJob }) {
  return (
    <Notice tone="bad" title={`${formatName(job.format)} was not made`}>
      <p className="mt-1 text-sm">{job.failure}</p>
      <p className="mt-1 text-sm text-muted">
        Asked for by {job.creator.name}, <Time at={job.createdAt} />. Nothing of the project was changed.
      </p>
    </Notice>
  );
}
