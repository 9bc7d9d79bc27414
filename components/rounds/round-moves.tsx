'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Skeleton } from '@/components/ui/skeleton';
import type { RoundMoves as Moves } from '@/lib/rounds/round';

type Pair = Moves['pairs'][number];

const none = <span className="text-faint">–</span>;
const columns: [header: string, of: (pair: Pair) => number][] = [
  ['Agreed at the reveal', ({ alike }) => alike],
  ['Differed at the reveal', ({ differed }) => differed],
  ['First moved', ({ oneMoved }) => oneMoved],
  ['Second moved', ({ otherMoved }) => otherMoved],
  ['Both moved', ({ bothMoved }) => bothMoved],
  ['Still differ', ({ still }) => still],
  ['Parted since', ({ parted }) => parted],
];

/** Who moved toward whom since the reveal, pair by pair. */
export function RoundMoves({ roundId }: { roundId: string }) {
  const moves = useRead('findMoves', { id: roundId });
  if (moves.error) return <Unread what="Who moved" error={moves.error} onRetry={() => void moves.refetch()} />;
  return (
    <section aria-labelledby="moves">
      <h2 id="moves" className="mb-1 font-semibold">
        Who moved toward whom
      </h2>
      <p className="mb-3 max-w-prose text-sm text-muted">
        Of the answers on which two people differed at the reveal: how many agree now, and who changed theirs. An answer
        is whether an article names an entity, what it says of a claim, or how likely a claim is.
      </p>
      {moves.data ? (
        <div role="region" aria-label="Table: who moved toward whom" tabIndex={0} className="overflow-x-auto">
          <table className="w-full min-w-2xl text-left">
            <thead className="border-b border-line text-sm text-muted">
              <tr>
                <th scope="col" className="py-1.5 pr-3 font-medium">
                  Pair
                </th>
                {columns.map(([header]) => (
                  <th key={header} scope="col" className="px-3 py-1.5 text-right font-medium">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {moves.data.pairs.map((pair) => (
                <tr key={`${pair.one.id} ${pair.other.id}`}>
                  <th scope="row" className="py-2 pr-3 font-normal">
                    {pair.one.name} · {pair.other.name}
                  </th>
                  {columns.map(([header, of]) => (
                    <td key={header} className="px-3 py-2 text-right tabular-nums">
                      {of(pair) || none}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Skeleton lines={3} />
      )}
    </section>
  );
}
