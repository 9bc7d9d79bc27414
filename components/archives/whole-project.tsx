'use client';
import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { HashLine } from '@/components/exports/hash-line';
import { Refusal } from '@/components/live/refusal';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Time } from '@/components/ui/time';
import { api } from '@/lib/api/client';
import { TakeBack } from './take-back';

/** Where the project came from, if it was not begun here. */
function Origin({ projectId, project }: { projectId: string; project: string }) {
  const origin = useRead('findOrigin', { projectId });
  if (origin.error)
    return <Unread what="Where the project came from" error={origin.error} onRetry={() => void origin.refetch()} />;
  const archive = origin.data?.archive;
  if (!archive) return null;
  return (
    <div className="flex flex-col gap-2">
      <p>
        This project was brought in from an archive. Its history up to then is as the archive tells it: nobody here saw
        it happen.
      </p>
      <Facts
        facts={[
          {
            term: 'Brought in',
            value: (
              <>
                {archive.broughtBy}, <Time at={archive.broughtAt} />
              </>
            ),
          },
          { term: 'SHA-256', value: <HashLine hash={archive.sha256} copy="Copy the hash" /> },
        ]}
      />
      {archive.back && (
        <TakeBack projectId={projectId} project={project} back={archive.back} onStale={() => void origin.refetch()} />
      )}
    </div>
  );
}

/** Asks for the archive, so that the log tells of it, and fetches it at once. */
function Take({ projectId }: { projectId: string }) {
  const { busy, problem, send } = useSend();
  const [taken, setTaken] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  async function take() {
    const done = await send(() => api('takeArchive', { params: { projectId }, body: {} }));
    if (!done) return;
    setTaken(true);
    announce('The archive is being written and comes as a download.');
    link.current?.click();
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">
        An archive is one file with everything: texts and their files, tags, claims, verdicts, grades, threads and the
        history, under the names of those who made them. Another Claimbench brings it in as it is here. Members,
        inboxes, exports, links and webhooks stay here. The history tells who took one.
      </p>
      <Refusal problem={problem} />
      <Button className="self-start" icon={<Download size={14} aria-hidden />} busy={busy} onClick={() => void take()}>
        Take an archive
      </Button>
      {/* A link, so that a large file comes in as it is written. */}
      <a ref={link} href={`/api/v1/projects/${projectId}/archive`} download hidden>
        The archive
      </a>
      {taken && !problem && (
        <p className="text-muted">It comes as a download as soon as it is written. Keep it as safe as the project.</p>
      )}
    </div>
  );
}

/** All of the project in one file, to move it or to keep it; and where it came from. */
export function WholeProject({ projectId }: { projectId: string }) {
  const { project, may } = useHere(projectId);
  const allowed = may('archive.take') === true;
  const origin = useRead('findOrigin', { projectId });
  if (!project || (!allowed && !origin.error && !origin.data?.archive)) return null;
  return (
    <section aria-labelledby="whole-project" className="mt-10 flex max-w-3xl flex-col gap-4 px-4 pb-12 md:px-6">
      <h2 id="whole-project" className="text-lg font-semibold">
        Whole project, to move it or to keep it
      </h2>
      <Origin projectId={projectId} project={project.name} />
      {allowed && <Take projectId={projectId} />}
    </section>
  );
}
