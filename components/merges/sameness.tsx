'use client';
import { useState, type ReactNode } from 'react';
import { useRead } from '@/components/live/use-read';
import { Unread } from '@/components/live/unread';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { notifyProblem } from '@/components/ui/notify';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { PersonName } from '@/components/ui/person-name';
import { Problem } from '@/lib/api/client';
import type { Distinction, Kind, Merge, Samenesses, Thing } from '@/lib/merges/merge';
import { ThingLink } from './thing-link';
import { VerdictButtons } from './verdict-buttons';
import { PairDialog, type Pair, type Verdict } from './pair-dialog';
import { UndoMerge } from './undo-merge';
import { useMergeWrites } from './use-merge-writes';

interface SamenessProps {
  projectId: string;
  kind: Kind;
  thing: Thing;
  /** For instance the way to compare it with any other. */
  children?: (decide: (other: Thing) => void) => ReactNode;
}
type Asked = { pair: Pair; verdict: Verdict };

/** Whether it is another: what was merged into it, what was said of it and others, and what may be the same, with why. */
export function Sameness({ projectId, kind, thing, children }: SamenessProps) {
  const name = kind === 'entity' ? 'findEntitySameness' : 'findClaimSameness';
  const read = useRead(name, { id: thing.id });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [undoing, setUndoing] = useState<Merge | null>(null);
  const ask = (other: Thing, verdict: Verdict, reasons: readonly string[] = []) =>
    setAsked({ pair: { things: [thing, other], reasons }, verdict });
  const known = read.data;
  return (
    <section aria-labelledby="sameness" className="flex flex-col gap-3">
      <h2 id="sameness" className="text-lg font-semibold">
        Same or not
      </h2>
      {read.error ? (
        <Unread what="What may be the same" error={read.error} onRetry={() => void read.refetch()} />
      ) : !known ? (
        <Skeleton lines={2} />
      ) : (
        <Known projectId={projectId} kind={kind} thing={thing} known={known} onAsk={ask} onUndo={setUndoing} />
      )}
      {children?.((other) => ask(other, 'merge'))}
      {asked && <PairDialog kind={kind} {...asked} onClose={() => setAsked(null)} />}
      {undoing && <UndoMerge merge={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

interface KnownProps extends Omit<SamenessProps, 'children'> {
  known: Samenesses;
  onAsk: (other: Thing, verdict: Verdict, reasons?: readonly string[]) => void;
  onUndo: (merge: Merge) => void;
}

function Known({ projectId, kind, thing, known, onAsk, onUndo }: KnownProps) {
  const { may } = useHere(projectId);
  const merges = may(kind === 'entity' ? 'entity.merge' : 'claim.merge') === true;
  const says = may('distinction.add') === true;
  const standing = known.merges.filter(({ undone }) => !undone);
  const other = (things: readonly [Thing, Thing]) => (things[0].id === thing.id ? things[1] : things[0]);
  if (standing.length + known.distinctions.length + known.likenesses.length + known.splits.length === 0)
    return <p className="text-muted">Nothing else looks like it.</p>;
  return (
    <ul className="flex flex-col">
      {known.likenesses.map(({ things, reasons }) => (
        <Line key={other(things).id}>
          <span>
            May be <ThingLink projectId={projectId} kind={kind} thing={other(things)} />
          </span>
          <span className="text-sm wrap-anywhere text-muted">{reasons.join('; ')}</span>
          <VerdictButtons
            about={other(things).label}
            merges={merges}
            says={says}
            onVerdict={(verdict) => onAsk(other(things), verdict, reasons)}
          />
        </Line>
      ))}
      {standing.map((merge) => (
        <Line key={merge.id}>
          <span className="wrap-anywhere">
            <span className="font-medium">{merge.merged.label}</span> is merged into{' '}
            {merge.survivor.id === thing.id ? 'it' : `“${merge.survivor.label}”`}
          </span>
          <Said who={merge.author} at={merge.createdAt} reason={merge.reason} />
          {merges && (
            <Button
              size="small"
              className="self-start"
              onClick={() => onUndo(merge)}
              aria-label={`Undo the merge of “${merge.merged.label}”`}
            >
              Undo
            </Button>
          )}
        </Line>
      ))}
      {known.distinctions.map((distinction) => (
        <Apart
          key={distinction.id}
          projectId={projectId}
          kind={kind}
          thing={thing}
          distinction={distinction}
          onAsk={onAsk}
          merges={merges}
        />
      ))}
      {known.splits
        .filter(({ undone }) => !undone)
        .map((split) => (
          <SplitLine key={split.id} projectId={projectId} thing={thing} split={split} undoes={merges} />
        ))}
    </ul>
  );
}

const Line = ({ children }: { children: ReactNode }) => (
  <li className="flex flex-col gap-1.5 border-b border-line py-2">{children}</li>
);

const Said = ({ who, at, reason }: { who: Merge['author']; at: string; reason: string }) => (
  <span className="text-sm wrap-anywhere text-muted">
    {reason}{' '}
    <span className="text-faint">
      <PersonName person={who} />,{' '}
    </span>
    <Time at={at} detail="date" />
  </span>
);

/** Says why a thing was not taken back. */
async function orSay(write: Promise<unknown>) {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    notifyProblem(`Nothing was changed. ${error.message}`, { key: 'same' });
  }
}

interface ApartProps extends Pick<KnownProps, 'projectId' | 'kind' | 'thing' | 'onAsk'> {
  distinction: Distinction;
  merges: boolean;
}

function Apart({ projectId, kind, thing, distinction, onAsk, merges }: ApartProps) {
  const { may } = useHere(projectId);
  const writes = useMergeWrites(kind);
  const [one, two] = distinction.things;
  const other = one.id === thing.id ? two : one;
  const maybe = distinction.sameness === 'maybe';
  const withdraws = may('distinction.withdraw', distinction) === true;
  return (
    <Line>
      <span>
        {maybe ? 'May be ' : 'Is not '}
        <ThingLink projectId={projectId} kind={kind} thing={other} />
      </span>
      <Said who={distinction.author} at={distinction.createdAt} reason={distinction.reason} />
      <span className="flex flex-wrap gap-1.5">
        {maybe && merges && (
          <Button
            size="small"
            aria-label={`Merge: ${other.label}`}
            onClick={() => onAsk(other, 'merge', [distinction.reason])}
          >
            Merge
          </Button>
        )}
        {maybe && (
          <Button
            size="small"
            aria-label={`Not the same: ${other.label}`}
            onClick={() => onAsk(other, 'different', [distinction.reason])}
          >
            Not the same
          </Button>
        )}
        {withdraws && (
          <Button
            size="small"
            aria-label={`Withdraw: ${other.label}`}
            onClick={() => void orSay(writes.withdraw(distinction))}
          >
            Withdraw
          </Button>
        )}
      </span>
    </Line>
  );
}

interface SplitLineProps extends Pick<KnownProps, 'projectId' | 'thing'> {
  split: Samenesses['splits'][number];
  undoes: boolean;
}

function SplitLine({ projectId, thing, split, undoes }: SplitLineProps) {
  const writes = useMergeWrites('entity');
  const off = split.from.id === thing.id;
  return (
    <Line>
      <span>
        {split.mentions === 1 ? '1 mention was' : `${split.mentions} mentions were`} split off {off ? 'as ' : 'from '}
        <ThingLink projectId={projectId} kind="entity" thing={off ? split.entity : split.from} />
      </span>
      <Said who={split.author} at={split.createdAt} reason={split.reason} />
      {undoes && (
        <Button
          size="small"
          className="self-start"
          aria-label={`Undo the split of “${split.entity.label}”`}
          onClick={() => void orSay(writes.rejoin(split))}
        >
          Undo
        </Button>
      )}
    </Line>
  );
}
