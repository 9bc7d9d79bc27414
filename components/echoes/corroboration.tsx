'use client';
import { useState } from 'react';
import type { LostSupport } from '@/components/claims/evidence';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import type { RestsOn } from '@/lib/echoes/echo';
import { EchoDialog } from './echo-dialog';
import { Figures } from './figures';
import { OriginGroup } from './origin-group';

interface CorroborationProps {
  projectId: string;
  claimId: string;
  /** What supported it and counts no more. */
  lost: LostSupport | null;
}

/** What a claim really rests on: the three figures, and how the citations were put together, step by step. */
export function Corroboration({ projectId, claimId, lost }: CorroborationProps) {
  const { data, error, refetch } = useRead('findCorroboration', { id: claimId });
  const [open, setOpen] = useState<string | null>(null);
  const echo = useRead('findEcho', { id: open ?? '' }, {}, { enabled: open !== null });
  if (error) return <Unread what="The origins" error={error} onRetry={() => void refetch()} />;
  if (!data || (data.articles + data.against.articles === 0 && !lost)) return null;
  const none = data.articles === 0 && lost;
  return (
    <section aria-label="Origins" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-md font-semibold">Origins</h2>
        <span className="font-medium">{none ? 'no support left' : data.headline}</span>
      </div>
      {none ? (
        <Lost lost={none} projectId={projectId} />
      ) : (
        <Rests rests={data} projectId={projectId} onEcho={setOpen} />
      )}
      {data.against.articles > 0 ? (
        <Disclosure summary={`Against it: ${data.against.headline}`}>
          <Rests rests={data.against} projectId={projectId} onEcho={setOpen} />
        </Disclosure>
      ) : null}
      <EchoDialog echoes={open && echo.data ? [echo.data] : []} onClose={() => setOpen(null)} />
    </section>
  );
}

/** Why nothing supports a claim any more. */
function Lost({ lost: { retracted, leftOut }, projectId }: { lost: LostSupport; projectId: string }) {
  return (
    <ul className="flex flex-col gap-1 text-muted">
      {retracted.map(({ id, title }) => (
        <li key={id} className="wrap-anywhere">
          <TextLink href={`/projects/${projectId}/articles/${id}`}>{title}</TextLink> was retracted: what it says counts
          no more.
        </li>
      ))}
      {leftOut.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

const notEstablished = 'Independence is not established: nobody has said where some of these articles have it from.';

function Rests({ rests, projectId, onEcho }: { rests: RestsOn; projectId: string; onEcho: (id: string) => void }) {
  const { groups, wouldCollapse, wouldBe, accepted, unreviewed, independence } = rests;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">
        <Figures {...rests} />, from {accepted} accepted and {unreviewed} not yet reviewed{' '}
        {accepted + unreviewed === 1 ? 'citation' : 'citations'}.{' '}
        {independence === 'not-established' ? notEstablished : null}
      </p>
      <ul className="flex flex-col gap-3">
        {groups.map((group) => (
          <OriginGroup key={group.tagIds[0]} group={group} projectId={projectId} onEcho={onEcho} />
        ))}
      </ul>
      {wouldCollapse.length > 0 ? (
        <div className="rounded-lg border border-dashed border-warn/60 px-3 py-2">
          <p>
            <span className="font-medium">Would collapse</span> to <Figures {...wouldBe} />, if these echoes were
            decided so:
          </p>
          <ul className="mt-1 flex flex-col gap-1">
            {wouldCollapse.map(({ echoId, words }) => (
              <li key={echoId} className="flex flex-wrap items-center gap-x-2 wrap-anywhere">
                {words}
                <Button size="small" variant="quiet" onClick={() => onEcho(echoId)}>
                  Compare and decide
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
