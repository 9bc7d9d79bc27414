import type { Highlight } from '@/lib/highlights/highlight';

// Ten thousand highlights come in pages, and change one at a time: what did not change stays the same object, so that nothing is laid out
// or drawn for it again.

export interface Arrived {
  readonly items: Highlight[];
  readonly nextCursor: string | null;
}

/** What is shown `now` with a page that has come after it. What was saved or changed here meanwhile stays as it is here. */
export function withArrived(now: readonly Highlight[], page: readonly Highlight[]): Highlight[] {
  const here = new Set(now.map(({ id }) => id));
  return [...now, ...page.filter(({ id }) => !here.has(id))];
}

/**
 * `next`, but each highlight that is as it was `before` is that same object, wherever in the list it stands now. `share` answers the
 * first of two values where they are equal.
 */
export function keepUnchanged(
  before: Arrived | undefined,
  next: Arrived,
  share: (old: Highlight, item: Highlight) => Highlight,
): Arrived {
  if (!before || before === next) return next;
  let known: Map<string, Highlight> | null = null;
  const items = next.items.map((item, at) => {
    if (before.items[at] === item) return item;
    known ??= new Map(before.items.map((one) => [one.id, one]));
    const old = known.get(item.id);
    return old === undefined || old === item ? item : share(old, item);
  });
  return { ...next, items };
}
