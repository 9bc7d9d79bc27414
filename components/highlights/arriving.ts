import { whereTheyDiffer } from '@/components/articles/mark-index';
import type { Highlight } from '@/lib/highlights/highlight';

// Ten thousand highlights come in pages, and change one at a time: what did not change stays the same object, so that nothing is laid out
// or drawn for it again.

export interface Arrived {
  readonly items: Highlight[];
  readonly nextCursor: string | null;
}

type Named = { readonly id: string };
/** Of flat objects made by one schema. */
function alike<T extends object>(a: T, b: T): boolean {
  for (const key in b) if (a[key] !== b[key]) return false;
  return true;
}

/**
 * For highlights that have just been read, page after page: people, entities and claims that stand alike in thousands of them are one object
 * each from now on, and ids, times and names as cited one string. It is put in place.
 */
export function oneOfEach(): (page: readonly Highlight[]) => void {
  const known = new Map<string, Named>();
  const one = <T extends Named | null>(value: T): T => {
    if (!value) return value;
    const there = known.get(value.id);
    if (there && alike(there, value)) return there as T;
    known.set(value.id, value);
    return value;
  };
  return (page) => {
    const articleId = page[0]?.articleId ?? '';
    for (const highlight of page) {
      if (highlight.articleId === articleId) highlight.articleId = articleId;
      highlight.author = one(highlight.author);
      for (const tag of highlight.tags) {
        if (tag.articleId === articleId) tag.articleId = articleId;
        tag.highlightId = highlight.id;
        if (tag.createdAt === highlight.createdAt) tag.createdAt = highlight.createdAt;
        if (tag.nameAsCited === highlight.quote) tag.nameAsCited = highlight.quote;
        tag.author = one(tag.author);
        tag.entity = one(tag.entity);
        tag.claim = one(tag.claim);
        tag.speaker = one(tag.speaker);
      }
    }
  };
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
  // What both lists begin and end with is the same already: only what is between can have come again as another object.
  const { gone } = whereTheyDiffer(before.items, next.items);
  if (gone.length === 0) return next;
  const known = new Map(gone.map((one) => [one.id, one]));
  const items = next.items.map((item) => {
    const old = known.get(item.id);
    return old === undefined || old === item ? item : share(old, item);
  });
  return { ...next, items };
}
