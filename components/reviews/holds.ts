import type { Person } from '@/lib/core/words';
import type { Holds } from '@/lib/reviews/review';

type Hold = Holds['items'][number];
const idOf = ({ tagId, claimId }: Hold): string => tagId ?? claimId ?? '';

/** The colleagues who are on a thing just now, by its id. */
export function colleaguesOn(holds: Holds | undefined, myId: string): ReadonlyMap<string, Person[]> {
  const on = new Map<string, Person[]>();
  for (const hold of holds?.items ?? [])
    if (hold.by.id !== myId) on.set(idOf(hold), [...(on.get(idOf(hold)) ?? []), hold.by]);
  return on;
}

/** What a colleague was on before me: the next one that I am served is another. The list is in the order in which people came. */
export function takenBefore(holds: Holds | undefined, myId: string): ReadonlySet<string> {
  const items = holds?.items ?? [];
  const mine = items.findIndex(({ by }) => by.id === myId);
  const before = items.filter(
    (hold, at) => hold.by.id !== myId && (mine < 0 || at < mine || idOf(hold) !== idOf(items[mine]!)),
  );
  return new Set(before.map(idOf));
}

/** "Ines is on this". */
export function sayOn(people: readonly Person[]): string {
  const names = people.map(({ name }) => name);
  const last = names.pop();
  return names.length ? `${names.join(', ')} and ${last} are on this` : `${last} is on this`;
}
