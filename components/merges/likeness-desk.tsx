'use client';
import clsx from 'clsx';
import { useState } from 'react';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { EmptyState } from '@/components/ui/empty-state';
import { Loading } from '@/components/ui/loading';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import { useKeys } from '@/components/ui/use-keys';
import type { Kind, Likeness } from '@/lib/merges/merge';
import { ThingLink } from './thing-link';
import { VerdictButtons } from './verdict-buttons';
import { PairDialog, type Verdict } from './pair-dialog';

const keyOf = ({ things: [one, other] }: Likeness): string => `${one.id} ${other.id}`;

/** Everything in the project that may be one, worked through by keyboard: the likeliest first, with why. */
export function LikenessDesk({ projectId }: { projectId: string }) {
  const [kind, setKind] = useState<Kind>('entity');
  const read = useRead('listLikenesses', { projectId }, { kind });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 *:first:justify-self-start">
      <Segmented
        label="What may be the same"
        value={kind}
        onValueChange={setKind}
        options={[
          { value: 'entity', label: 'Entities' },
          { value: 'claim', label: 'Claims' },
        ]}
      />
      {read.error ? (
        <Unread what="What may be the same" error={read.error} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <Loading label="Comparing the names">
          <Skeleton lines={6} />
        </Loading>
      ) : read.data.items.length === 0 ? (
        <EmptyState title="Nothing looks like anything else">
          Names that may be one come here: other transliterations, one letter apart, initials. So do claims in nearly
          the same words.
        </EmptyState>
      ) : (
        <Pairs key={kind} projectId={projectId} kind={kind} pairs={read.data.items} />
      )}
    </div>
  );
}

function Pairs({ projectId, kind, pairs }: { projectId: string; kind: Kind; pairs: readonly Likeness[] }) {
  const { may } = useHere(projectId);
  const [at, setAt] = useState(0);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const current = pairs[Math.min(at, pairs.length - 1)]!;
  const merges = may(kind === 'entity' ? 'entity.merge' : 'claim.merge') === true;
  const says = may('distinction.add') === true;
  function move(step: number) {
    const next = Math.min(pairs.length - 1, Math.max(0, Math.min(at, pairs.length - 1) + step));
    setAt(next);
    document.getElementById(`pair-${next}`)?.scrollIntoView({ block: 'nearest' });
  }
  useKeys(
    'Same or not',
    [
      { id: 'same.next', key: 'j', label: 'Next pair', repeat: true, run: () => move(1) },
      { id: 'same.previous', key: 'k', label: 'Previous pair', repeat: true, run: () => move(-1) },
      ...(merges ? [{ id: 'same.merge', key: 'm', label: 'Merge the two', run: () => setVerdict('merge') }] : []),
      ...(says
        ? [
            { id: 'same.different', key: 'n', label: 'Not the same', run: () => setVerdict('different') },
            { id: 'same.maybe', key: 'y', label: 'May be the same', run: () => setVerdict('maybe') },
          ]
        : []),
    ],
    { enabled: verdict === null },
  );
  return (
    <>
      <ol aria-label="Pairs that may be one" className="flex flex-col border-t border-line">
        {pairs.map((pair, index) => (
          <li
            key={keyOf(pair)}
            id={`pair-${index}`}
            aria-current={pair === current}
            className={clsx(
              'flex flex-col gap-1.5 border-b border-line px-3 py-2.5 border-l-2',
              pair === current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent',
            )}
          >
            <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <ThingLink projectId={projectId} kind={kind} thing={pair.things[0]} />
              <span className="text-sm text-faint">{pair.maybe ? 'may be' : 'and'}</span>
              <ThingLink projectId={projectId} kind={kind} thing={pair.things[1]} />
            </span>
            <span className="text-sm wrap-anywhere text-muted">
              {pair.reasons.join('; ')}
              {pair.maybe && `; ${pair.maybe.author.name} says they may be: ${pair.maybe.reason}`}
            </span>
            <VerdictButtons
              about={`${pair.things[0].label}, ${pair.things[1].label}`}
              merges={merges}
              says={says}
              keys={pair === current}
              onVerdict={(next) => {
                setAt(index);
                setVerdict(next);
              }}
            />
          </li>
        ))}
      </ol>
      {verdict && <PairDialog kind={kind} pair={current} verdict={verdict} onClose={() => setVerdict(null)} />}
    </>
  );
}
