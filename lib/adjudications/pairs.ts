import type { Placed } from './places';

// Pure: which of the things that look alike two analysts may have meant as one.

type Pair = { things: readonly [{ id: string }, { id: string }] };

/**
 * Of pairs that look alike those that part two analysts: somebody tagged the one and not the other, and somebody else the other. Where
 * everybody who used either used both, they told them apart.
 */
export function pairsBetween<P extends Pair>(tags: readonly Placed[], pairs: readonly P[]): P[] {
  const used = new Map<string, Set<string>>();
  for (const { analystId, targetId } of tags)
    used.set(analystId, (used.get(analystId) ?? new Set<string>()).add(targetId));
  const people = [...used.values()];
  return pairs.filter(
    ({ things: [one, other] }) =>
      people.some((targets) => targets.has(one.id) !== targets.has(other.id)) &&
      [one, other].every(({ id }) => people.some((targets) => targets.has(id))),
  );
}
