'use client';
import { Page } from '@/components/frame/page';
import { Where } from '@/components/frame/where';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { Round } from '@/lib/rounds/round';
import { RoundActions } from './round-actions';
import { RoundItems } from './round-items';
import { RoundMoves } from './round-moves';
import { RoundPeople } from './round-people';
import { RoundState } from './round-state';

/** What the state of a round means for who looks at it. */
function Standing({ round, mine }: { round: Round; mine: boolean }) {
  const { blind, status, revealed, creator, createdAt } = round;
  return (
    <p className="max-w-prose text-muted">
      Opened by {creator.name} <Time at={createdAt} />.{' '}
      {revealed ? (
        <>
          Revealed{' '}
          {revealed.early ? `early, by ${revealed.by.name},` : `when all had handed in, ${revealed.by.name} last,`}{' '}
          <Time at={revealed.at} />. What each had then is kept.
        </>
      ) : blind ? (
        mine ? (
          'Everybody sees only their own work on these until all have handed in, or a lead reveals.'
        ) : (
          'The work on these is hidden from all but whoever does it until all have handed in, or a lead reveals.'
        )
      ) : status === 'done' ? (
        'All have handed in.'
      ) : (
        'Everybody sees everybody’s work as it is made.'
      )}
    </p>
  );
}

/** A round: what it is about, who does it, how far they are; after the reveal, who moved toward whom. */
export function RoundPage({ projectId, roundId }: { projectId: string; roundId: string }) {
  const read = useRead('findRound', { id: roundId });
  const { me } = useHere(projectId);
  const back = { href: `/projects/${projectId}/rounds`, label: 'All rounds' };
  if (read.error)
    return <Unread what="This round" error={read.error} onRetry={() => void read.refetch()} back={back} />;
  if (!read.data)
    return (
      <Loading label="Loading the round" className="flex flex-col gap-6 p-6">
        <Skeleton className="h-7 w-1/2" />
        <Skeleton lines={5} />
      </Loading>
    );
  const round = read.data;
  const mine = round.analysts.some(({ analyst }) => analyst.id === me.id);
  return (
    <Page title={round.name} aside={<RoundState round={round} />} actions={<RoundActions round={round} />}>
      <Where crumbs={[{ label: round.name }]} />
      <div className="flex flex-col gap-8 pb-10">
        <Standing round={round} mine={mine} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <RoundItems round={round} mine={mine} />
          <RoundPeople round={round} />
        </div>
        {round.status === 'revealed' ? <RoundMoves projectId={projectId} roundId={round.id} /> : null}
      </div>
    </Page>
  );
}
