'use client';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { useHere } from '@/components/members/use-here';
import type { Echo } from '@/lib/echoes/echo';
import { DecideEcho } from './decide-echo';
import { EchoSide } from './echo-side';
import { datesWords, decisionWords, sharedWords } from './echo-words';

/** A shared passage as both articles have it, what the dates say, and what was decided of it. */
export function EchoCard({ echo, children }: { echo: Echo; children?: ReactNode }) {
  const { may } = useHere(echo.projectId);
  const [left, right] = echo.spans as [Echo['spans'][number], Echo['spans'][number]];
  const { decision } = echo;
  const allowed = may('echo.decide');
  return (
    <article
      aria-label={`${left.title} and ${right.title}`}
      className="flex flex-col gap-4 border-t border-line py-4 first:border-t-0 first:pt-0"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{sharedWords(echo)}</span>
        <span className="text-muted">{datesWords(echo)}</span>
      </div>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <EchoSide
          projectId={echo.projectId}
          span={left}
          other={right}
          show="before"
          first={left.articleId === echo.first}
        />
        <EchoSide
          projectId={echo.projectId}
          span={right}
          other={left}
          show="after"
          first={right.articleId === echo.first}
        />
      </div>
      {children}
      {decision ? (
        <p>
          <Badge tone="good">{decisionWords(echo)}</Badge>{' '}
          <span className="text-muted">
            {decision.by.name}, <Time at={decision.at} detail="date" />: {decision.reason}
          </span>
        </p>
      ) : null}
      {allowed === true ? (
        <DecideEcho key={echo.version} echo={echo} />
      ) : decision ? null : (
        <p className="text-muted">Undecided. {allowed.why}</p>
      )}
    </article>
  );
}
