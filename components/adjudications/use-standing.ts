'use client';
import { useHere } from '@/components/members/use-here';
import type { DecisionView, Desk } from '@/lib/adjudications/adjudication';

/** What the one who looks may do here now, and why not. */
export function useStanding(desk: Desk) {
  const { me, may } = useHere(desk.projectId);
  const allowed = may('adjudication.decide', desk.round);
  const { adjudication } = desk;
  return {
    /** Why they may not decide at all; null when they may. */
    barred: allowed === true ? null : allowed.why,
    own: desk.round.analystIds.includes(me.id),
    /** The adjudication, where they may decide in it now. */
    deciding: allowed === true && adjudication && !adjudication.finished && !desk.waits ? adjudication : null,
    withdraws: ({ by }: DecisionView) =>
      allowed === true && !adjudication?.finished && (by.id === me.id || me.role === 'lead'),
    /** Their own latest decision here: what U takes back. */
    latest: () =>
      desk.places
        .flatMap(({ decision }) => (decision?.by.id === me.id ? decision : []))
        .sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null,
  };
}
