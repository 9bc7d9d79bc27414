'use client';
import './overlay.css';
import { Page } from '@/components/frame/page';
import { Where } from '@/components/frame/where';
import { Refusal } from '@/components/live/refusal';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Loading } from '@/components/ui/loading';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { Time } from '@/components/ui/time';
import { countsOf, type Desk } from '@/lib/adjudications/adjudication';
import { AdjudicationDesk } from './adjudication-desk';
import { Legend } from './legend';
import { LikePairs } from './like-pairs';
import { useAdjudicationWrites, type AdjudicationWrites } from './use-adjudication-writes';
import { useStanding } from './use-standing';

const roundHref = ({ projectId, round }: Desk) => `/projects/${projectId}/rounds/${round.id}`;

interface AdjudicationPageProps {
  projectId: string;
  roundId: string;
  articleId: string;
}

/** An article of a revealed round: what its analysts made of it side by side, and what is decided between them. */
export function AdjudicationPage({ projectId, roundId, articleId }: AdjudicationPageProps) {
  const read = useRead('findAdjudication', { id: roundId }, { articleId });
  const back = { href: `/projects/${projectId}/rounds/${roundId}`, label: 'The round' };
  if (read.error)
    return <Unread what="The differences" error={read.error} onRetry={() => void read.refetch()} back={back} />;
  if (!read.data)
    return (
      <Loading label="Loading the differences" className="flex flex-col gap-6 p-6">
        <Skeleton className="h-7 w-1/2" />
        <Skeleton lines={12} />
      </Loading>
    );
  return <Whole desk={read.data} />;
}

function Whole({ desk }: { desk: Desk }) {
  const writes = useAdjudicationWrites();
  const { article, round, projectId, waits, places, people } = desk;
  const agreement = `/projects/${projectId}/agreement?article=${article.id}`;
  return (
    <Page
      title={article.title}
      actions={
        <>
          <TextLink href={`/projects/${projectId}/articles/${article.id}`}>Article</TextLink>
          {waits ? null : <TextLink href={agreement}>Agreement</TextLink>}
          <Ending desk={desk} writes={writes} />
        </>
      }
    >
      <Where crumbs={[{ label: round.name, href: roundHref(desk) }, { label: article.title }]} />
      <div data-overlay className="flex flex-col gap-4 pb-8">
        {waits ? (
          <EmptyState title="Nothing to decide yet">{waits}</EmptyState>
        ) : places.length === 0 ? (
          <EmptyState title="Nothing was tagged here">
            None of the analysts of this round has a tag on this article.
          </EmptyState>
        ) : (
          <>
            <Standing desk={desk} writes={writes} />
            <LikePairs projectId={projectId} pairs={desk.adjudication?.finished ? [] : desk.pairs} />
            <Legend people={people} />
            <AdjudicationDesk desk={desk} writes={writes} />
          </>
        )}
      </div>
    </Page>
  );
}

/** How far it is, and why somebody who looks cannot decide. */
function Standing({ desk, writes }: { desk: Desk; writes: AdjudicationWrites }) {
  const { barred, own } = useStanding(desk);
  const { adjudication, places } = desk;
  const { decided, left } = countsOf(places);
  if (!adjudication) return <Beginning desk={desk} writes={writes} barred={barred} own={own} />;
  const value = `${decided} of ${places.length}`;
  return (
    <div className="flex flex-col gap-3">
      <Progress label="Places decided" value={decided} max={places.length} valueText={value} />
      {adjudication.finished ? (
        <Notice tone={left > 0 ? 'warn' : 'good'} live={left > 0}>
          Finished by {adjudication.finished.by.name} <Time at={adjudication.finished.at} />.
          {left > 0
            ? ` ${left === 1 ? '1 place has' : `${left} places have`} changed since: reopen to decide anew.`
            : ' It can be reopened.'}
        </Notice>
      ) : barred ? (
        <Notice>{barred} What is decided you see here.</Notice>
      ) : own ? (
        <Notice tone="warn">
          You took part in this round. The project lets you decide all the same, and it shows beside each decision; your
          own tags wait for a colleague’s verdict.
        </Notice>
      ) : null}
    </div>
  );
}

interface BeginningProps {
  desk: Desk;
  writes: AdjudicationWrites;
  barred: string | null;
  own: boolean;
}

/** Before anybody decides: how much there is, and the one act that begins it. */
function Beginning({ desk, writes, barred, own }: BeginningProps) {
  const { busy, problem, send } = useSend();
  const { agreed, open } = countsOf(desk.places);
  const pairs = desk.pairs.length;
  return (
    <div className="flex flex-col gap-3">
      <Refusal problem={problem} />
      <Notice
        title={`All agree on ${agreed} of ${desk.places.length} places; ${open} are to be decided.`}
        action={
          barred ? null : (
            <Button variant="primary" busy={busy} onClick={() => void send(() => writes.start(desk))}>
              Start deciding
            </Button>
          )
        }
      >
        {barred ??
          `What is taken is accepted, what is not is rejected with its reason; both stay whose they are.${
            own ? ' You took part in this round: the project allows it, and it will show.' : ''
          }${pairs > 0 ? ' Say first whether what looks alike below is the same.' : ''}`}
      </Notice>
    </div>
  );
}

/** Finishing what is decided, and reopening what is finished. */
function Ending({ desk, writes }: { desk: Desk; writes: AdjudicationWrites }) {
  const { barred } = useStanding(desk);
  const { busy, problem, send } = useSend();
  const { adjudication } = desk;
  const { left } = countsOf(desk.places);
  if (!adjudication || barred || desk.waits) return null;
  return (
    <>
      <Refusal problem={problem} />
      {adjudication.finished ? (
        <Button busy={busy} onClick={() => void send(() => writes.reopen(adjudication))}>
          Reopen
        </Button>
      ) : (
        <Button
          variant={left === 0 ? 'primary' : 'plain'}
          busy={busy}
          disabled={left > 0}
          title={left > 0 ? `${left} to decide` : undefined}
          onClick={() => void send(() => writes.finish(adjudication))}
        >
          Finish
        </Button>
      )}
    </>
  );
}
