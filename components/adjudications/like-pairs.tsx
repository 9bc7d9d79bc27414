'use client';
import { useState } from 'react';
import { PairDialog, type Verdict } from '@/components/merges/pair-dialog';
import { VerdictButtons } from '@/components/merges/verdict-buttons';
import { useHere } from '@/components/members/use-here';
import type { Desk } from '@/lib/adjudications/adjudication';

type Pair = Desk['pairs'][number];

/** What one may have called otherwise than the other: told before anything is decided, so that the same things are compared. */
export function LikePairs({ projectId, pairs }: { projectId: string; pairs: readonly Pair[] }) {
  const { may } = useHere(projectId);
  const [asked, setAsked] = useState<{ pair: Pair; verdict: Verdict } | null>(null);
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="pairs" className="flex flex-col gap-2 rounded-lg border border-line bg-paper p-4">
      <h2 id="pairs" className="font-semibold">
        {pairs.length === 1 ? 'First: are these two the same?' : `First: ${pairs.length} pairs that may be the same`}
      </h2>
      <p className="max-w-prose text-sm text-muted">
        One analyst used the one and another the other. Until it is said whether they are one, they count as a
        difference, here and in every figure of agreement.
      </p>
      <ul className="divide-y divide-line">
        {pairs.map((pair) => {
          const [one, other] = pair.things;
          return (
            <li key={`${one.id} ${other.id}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
              <span className="flex min-w-0 flex-1 basis-80 flex-col">
                <span className="wrap-anywhere">{one.label}</span>
                <span className="wrap-anywhere">{other.label}</span>
                <span className="text-sm text-muted">{pair.reasons.join('; ')}</span>
              </span>
              <VerdictButtons
                about={`${one.label} and ${other.label}`}
                merges={may(pair.kind === 'entity' ? 'entity.merge' : 'claim.merge') === true}
                says={may('distinction.add') === true}
                onVerdict={(verdict) => setAsked({ pair, verdict })}
              />
            </li>
          );
        })}
      </ul>
      {asked && (
        <PairDialog kind={asked.pair.kind} pair={asked.pair} verdict={asked.verdict} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}
