'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Refusal } from '@/components/live/refusal';
import { Unread } from '@/components/live/unread';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { notify } from '@/components/ui/notify';
import { Time } from '@/components/ui/time';
import { api, get, keyOf, type AnswerOf, type Problem } from '@/lib/api/client';
import type { ExportJob } from '@/lib/exports/export';
import { contentHref, count, formatName } from './formats';

const ASK = 1000; // ms between two looks at how far it is, while something is being made

const isOpen = ({ state }: ExportJob) => state === 'waiting' || state === 'running';

/**
 * What is being made in the background, with how far it is; what failed or was stopped says so. What is done is in the list below.
 * What was `begun` on this page shows itself.
 */
export function ExportJobs({ projectId, begun }: { projectId: string; begun: string | null }) {
  const { may } = useHere(projectId);
  const jobs = useQuery<AnswerOf<'listExportJobs'>, Problem>({
    queryKey: keyOf('listExportJobs', { projectId }, {}),
    queryFn: ({ signal }) => get('listExportJobs', { projectId }, {}, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? ASK : false),
  });
  const items = jobs.data?.items ?? [];
  useWhenDone(jobs.data?.items);
  if (jobs.error) return <Unread what="What is being made" error={jobs.error} onRetry={() => void jobs.refetch()} />;
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="making" className="flex flex-col gap-3">
      <h2 id="making" tabIndex={-1} className="text-lg font-semibold">
        {items.some(isOpen) ? 'Being made' : 'Not made'}
      </h2>
      {items.some(isOpen) && (
        <p className="text-muted">
          An export holds what is approved as it begins, and goes on when you leave this page.
        </p>
      )}
      {items.map((job) => (
        <Job key={job.id} job={job} stoppable={may('export.stop', job) === true} shows={job.id === begun} />
      ))}
    </section>
  );
}

interface JobProps {
  job: ExportJob;
  stoppable: boolean;
  /** It comes into view where it is out of sight. */
  shows: boolean;
}

function Job({ job, stoppable, shows }: JobProps) {
  if (isOpen(job)) return <Making job={job} stoppable={stoppable} shows={shows} />;
  return job.stoppedBy ? <Stopped job={job} /> : <Failed job={job} />;
}

/** The list is read again as soon as something leaves this one, which the event that tells of it may be late for. What is there can be fetched at once. */
function useWhenDone(jobs: readonly ExportJob[] | undefined) {
  const forget = useForget();
  const before = useRef<readonly ExportJob[]>([]);
  useEffect(() => {
    if (!jobs) return;
    const ended = before.current.filter(({ id }) => !jobs.some((job) => job.id === id && isOpen(job)));
    before.current = jobs.filter(isOpen);
    if (ended.length === 0) return;
    forget('listExports');
    announce('An export that was being made has ended.');
    // What came to nothing stays where it is, and says why.
    for (const { id, format } of ended.filter((one) => !jobs.some((job) => job.id === one.id))) {
      const run = () => location.assign(contentHref(id));
      notify(`${formatName(format)} is ready`, { key: id, action: { label: 'Download', run } });
    }
  }, [jobs, forget]);
}

function Making({ job, stoppable, shows }: JobProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shows) void place.current?.scrollIntoView({ block: 'nearest' });
  }, [shows]);
  const { claims, total, state } = job;
  const read = total !== null && claims >= total;
  const far =
    state === 'waiting'
      ? 'waiting'
      : read
        ? 'writing'
        : `${count(claims)} of ${total === null ? '…' : count(total)} claims`;
  return (
    <div ref={place} className="scroll-mb-20">
      <Progress
        label={`${formatName(job.format)}, asked for by ${job.creator.name}`}
        value={claims}
        max={Math.max(1, total ?? 1)}
        valueText={far}
      />
      <div className="mt-1 flex items-center justify-between gap-2">
        <p className="text-sm text-muted">
          Since <Time at={job.createdAt} />
        </p>
        {stoppable && <Stop job={job} />}
      </div>
    </div>
  );
}

function Stop({ job }: { job: ExportJob }) {
  const forget = useForget();
  const { busy, problem, send } = useSend();
  async function stop() {
    const done = await send(() => api('stopExport', { params: { id: job.id }, body: {} }));
    forget('listExportJobs', 'listExports', 'listHistory');
    if (done) document.getElementById('making')?.focus(); // the button goes
  }
  return (
    <>
      <Refusal problem={problem} />
      <Button
        variant="quiet"
        size="small"
        busy={busy}
        aria-label={`Stop making ${formatName(job.format)}, asked for by ${job.creator.name}`}
        onClick={() => void stop()}
      >
        Stop
      </Button>
    </>
  );
}

function Stopped({ job }: { job: ExportJob }) {
  return (
    <p className="text-muted">
      {formatName(job.format)}, asked for by {job.creator.name} <Time at={job.createdAt} />, was stopped by{' '}
      {job.stoppedBy!.name}. Nothing of it is kept.
    </p>
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
