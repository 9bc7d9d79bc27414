'use client';
import clsx from 'clsx';
import { useRef, useState } from 'react';
import { useHere } from '@/components/members/use-here';
import { useLineKeys } from '@/components/ui/use-line-keys';
import type { Claim } from '@/lib/claims/claim';
import type { Person } from '@/lib/core/words';
import type { Queue } from '@/lib/reviews/review';
import { ClaimLine } from './claim-line';
import { DecideHere } from './decide-here';
import { OnThis } from './on-this';
import { useHold } from './use-hold';

interface ClaimLinesProps {
  projectId: string;
  claims: readonly Claim[];
  approvals: Queue['approvals'];
  needed: number;
  /** Colleagues who are on a claim just now. */
  on: ReadonlyMap<string, readonly Person[]>;
}

/** "1 of 2 approvals", and how many were of what has changed since. */
function Given({ standing, needed }: { standing: Queue['approvals'][number] | undefined; needed: number }) {
  if (!standing || (needed < 2 && standing.lapsed === 0)) return null;
  return (
    <span className="text-sm text-muted">
      {standing.given} of {needed} {needed === 1 ? 'approval' : 'approvals'}
      {standing.lapsed > 0 && `, ${standing.lapsed} of what has changed since`}
    </span>
  );
}

/** The line that keys act on: the one that was gone to, or what stands in its place by now. */
function useCurrent(claims: readonly Claim[]) {
  const [chosen, setChosen] = useState<{ id: string; at: number } | null>(null);
  const found = claims.findIndex(({ id }) => id === chosen?.id);
  const at = found >= 0 ? found : Math.min(chosen?.at ?? 0, claims.length - 1);
  const choose = (id: string) => setChosen({ id, at: claims.findIndex((claim) => claim.id === id) });
  return { current: claims[at] ?? null, choose };
}

/** The claims, with the one that something is being written on where it was, also when a colleague has decided it meanwhile. */
function useHeld(claims: readonly Claim[]) {
  const [held, setHeld] = useState<{ claim: Claim; at: number } | null>(null);
  const isGone = held !== null && !claims.some(({ id }) => id === held.claim.id);
  const shown = isGone ? claims.toSpliced(held.at, 0, held.claim) : claims;
  const hold = (claim: Claim | null) =>
    setHeld(
      claim && {
        claim,
        at: Math.max(
          0,
          shown.findIndex(({ id }) => id === claim.id),
        ),
      },
    );
  return { shown, hold };
}

/** Claims that wait: one of them at a time is decided here, by the keys of its own page, where it stands beside its evidence. */
export function ClaimLines({ projectId, claims, approvals, needed, on }: ClaimLinesProps) {
  const { may } = useHere(projectId);
  const list = useRef<HTMLUListElement>(null);
  const { shown, hold } = useHeld(claims);
  const { current, choose } = useCurrent(shown);
  useLineKeys('Claims that wait', list);
  useHold(projectId, current && may('claim.review', current) === true ? { claimId: current.id } : null);
  const standing = new Map(approvals.map((one) => [one.claimId, one]));
  /** The decided one goes: the next has the keys, and the focus that would go with it, unless somebody has gone on by then. */
  function goOn(id: string) {
    const line = list.current?.querySelector(`[data-claim="${id}"]`);
    const { activeElement, body } = document;
    if (!line || (activeElement !== body && !line.contains(activeElement))) return;
    const next = line.nextElementSibling ?? line.previousElementSibling;
    next?.querySelector<HTMLElement>('[data-line]')?.focus();
  }
  return (
    <ul ref={list} className="divide-y divide-line border-y border-line">
      {shown.map((claim) => (
        <li
          key={claim.id}
          data-claim={claim.id}
          aria-current={claim === current || undefined}
          onFocus={() => choose(claim.id)}
          onClick={() => choose(claim.id)}
          className={clsx(
            '-mx-2 flex flex-col gap-2 border-s-3 px-2 py-3',
            claim === current ? 'border-s-accent' : 'border-s-transparent',
          )}
        >
          <ClaimLine projectId={projectId} claim={claim}>
            <Given standing={standing.get(claim.id)} needed={needed} />
            <OnThis people={on.get(claim.id)} />
          </ClaimLine>
          {claim === current && (
            <DecideHere
              key={claim.id}
              claim={claim}
              onAsking={(isAsking) => hold(isAsking ? claim : null)}
              onTaken={() => goOn(claim.id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
