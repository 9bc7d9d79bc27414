'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import type { RoundMoves as Moves } from '@/lib/rounds/round';

type Pair = Moves['pairs'][number];
type Counts = Pair['spans'];

const none = <span className="text-faint">–</span>;
const columns: [header: string, of: (counts: Counts) => number][] = [
  ['Agreed at the reveal', ({ alike }) => alike],
  ['Differed at the reveal', ({ differed }) => differed],
  ['First moved', ({ oneMoved }) => oneMoved],
  ['Second moved', ({ otherMoved }) => otherMoved],
  ['Both moved', ({ bothMoved }) => bothMoved],
  ['Still differ', ({ still }) => still],
  ['Parted since', ({ parted }) => parted],
];

/** Who moved toward whom since the reveal, pair by pair: in what they say, and in the words they mark. */
export function RoundMoves({ projectId, roundId }: { projectId: string; roundId: string }) {
  const moves = useRead('findMoves', { id: roundId });
  if (moves.error) return <Unread what="Who moved" error={moves.error} onRetry={() => void moves.refetch()} />;
  return (
    <section aria-labelledby="moves">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-4">
        <h2 id="moves" className="font-semibold">
          Who moved toward whom
        </h2>
        <TextLink href={`/projects/${projectId}/agreement?round=${roundId}`} className="text-sm">
          Agreement then and now
        </TextLink>
      </div>
      <p className="mb-3 max-w-prose text-sm text-muted">
        Of what two people differed on at the reveal: how much they agree on now, and who changed theirs. An answer is
        whether an article names an entity, what it says of a claim, or how likely a claim is. Spans are the words that
        both marked for the same thing.
      </p>
      {moves.data ? <MovesTable pairs={moves.data.pairs} /> : <Skeleton lines={3} />}
    </section>
  );
}

const isNone = ({ differed, parted }: Counts) => differed + parted === 0;

function MovesTable({ pairs }: { pairs: Pair[] }) {
  // Of claims that were only judged there are no spans to tell of.
  const spans = !pairs.every((pair) => isNone(pair.spans));
  return (
    <div role="region" aria-label="Table: who moved toward whom" tabIndex={0} className="overflow-x-auto">
      <table className="w-full min-w-3xl text-left">
        <thead className="border-b border-line text-sm text-muted">
          <tr>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              Pair
            </th>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              In
            </th>
            {columns.map(([header]) => (
              <th key={header} scope="col" className="px-3 py-1.5 text-right font-medium">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        {pairs.map((pair) => (
          <tbody key={`${pair.one.id} ${pair.other.id}`} className="border-b border-line">
            <tr>
              <th scope="rowgroup" rowSpan={spans ? 2 : 1} className="py-1.5 pr-3 align-top font-normal">
                {pair.one.name} · {pair.other.name}
              </th>
              <Figures what="answers" counts={pair} />
            </tr>
            {spans && (
              <tr>
                <Figures what="spans" counts={pair.spans} />
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const Figures = ({ what, counts }: { what: string; counts: Counts }) => (
  <>
    <th scope="row" className="py-1.5 pr-3 font-normal text-muted">
      {what}
    </th>
    {columns.map(([header, of]) => (
      <td key={header} className="px-3 py-1.5 text-right tabular-nums">
        {of(counts) || none}
      </td>
    ))}
  </>
);
