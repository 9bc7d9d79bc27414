import type { Placed } from './places';

// Pure: which of the things that look alike two analysts may have meant as one.

type Pair = { things: readonly [{ id: string }, { id: string }] };

/**
 * Of pairs that look alike those that part two analysts: one of them tagged the one and not the other, somebody else the other. Who
 * uses both tells them apart.
 */
export function pairsBetween<P extends Pair>(tags: readonly Placed[], pairs: readonly P[]): P[] {
  const used = new Map<string, Set<string>>();
  for (const { analystId, targetId } of tags)
    used.set(analystId, (used.get(analystId) ?? new Set<string>()).add(targetId));
  const people = [...used];
  const onlyFirst = (one: string, other: string) =>
    people.filter(([, targets]) => targets.has(one) && !targets.has(other)).map(([id]) => id);
  return pairs.filter(({ things: [one, other] }) => {
    const [ofOne, ofOther] = [onlyFirst(one.id, other.id), onlyFirst(other.id, one.id)];
    return ofOne.length > 0 && ofOther.length > 0;
  });
}
