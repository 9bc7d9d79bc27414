import type { Highlight, Tag } from '@/lib/highlights/highlight';
import { isOld, type News } from './invalidate';

// A colleague's tag in an article with ten thousand highlights: what changed is read, not everything again.

/** Fewer highlights than this are read again as one answer. */
export const MANY = 300;
/** More things than this are better read as one answer. */
const MOST = 20;

/** Reads one of them; null when it is gone. */
export interface Singles {
  highlight: (id: string) => Promise<Highlight | null>;
  tag: (id: string) => Promise<Tag | null>;
}

/** What an event is about, where it is among these; found without a look at everything in them. */
const subjectOf = (items: readonly Highlight[], { subjectType, subjectId }: News): Highlight | Tag | undefined =>
  subjectType === 'tag'
    ? items.findLast(({ tags }) => tags.some(({ id }) => id === subjectId))?.tags.find(({ id }) => id === subjectId)
    : items.findLast(({ id }) => id === subjectId);

/**
 * The events that make these highlights old, where each is about one highlight or one tag and they are few; null where they
 * are not, and everything has to be read. Empty where nothing is old.
 */
export function singleNews(
  key: readonly unknown[],
  items: readonly Highlight[],
  events: readonly News[],
): News[] | null {
  const old = events.filter((event) => isOld(key, subjectOf(items, event), [event]));
  const single = old.every(({ subjectType }) => subjectType === 'highlight' || subjectType === 'tag');
  return single && old.length <= MOST ? old : null;
}

const withTag = (highlight: Highlight, tag: Tag): Highlight => {
  const there = highlight.tags.some(({ id }) => id === tag.id);
  const tags = there ? highlight.tags.map((one) => (one.id === tag.id ? tag : one)) : [...highlight.tags, tag];
  return { ...highlight, tags };
};

type Changed = { put: Map<string, Highlight>; tags: Map<string, Tag>; gone: Set<string> };

/** What the events are about, as it is now. A tag that came with its highlight is not read by itself. */
async function readChanged(
  articleId: string,
  items: readonly Highlight[],
  news: readonly News[],
  read: Singles,
): Promise<Changed> {
  const changed: Changed = { put: new Map(), tags: new Map(), gone: new Set() };
  const subjects = (type: string) => [
    ...new Set(news.filter((one) => one.subjectType === type).map((one) => one.subjectId)),
  ];
  const take = async (id: string) => {
    const highlight = await read.highlight(id);
    if (!highlight) changed.gone.add(id);
    else if (highlight.articleId === articleId) changed.put.set(id, highlight);
  };
  await Promise.all(subjects('highlight').map(take));
  const tagged = subjects('tag');
  if (tagged.length === 0) return changed;
  const brought = new Set([...changed.put.values()].flatMap(({ tags }) => tags.map(({ id }) => id)));
  for (const id of tagged.filter((one) => !brought.has(one))) {
    const tag = await read.tag(id);
    if (!tag) changed.gone.add(id);
    else if (tag.articleId !== articleId) continue;
    else if (items.some((one) => one.id === tag.highlightId)) changed.tags.set(id, tag);
    else await take(tag.highlightId);
  }
  return changed;
}

/** Reads what changed; answers how the highlights that are there by then become what they are now. */
export async function readSingles(
  articleId: string,
  items: readonly Highlight[],
  news: readonly News[],
  read: Singles,
): Promise<(now: readonly Highlight[]) => Highlight[]> {
  const { put, tags, gone } = await readChanged(articleId, items, news, read);
  const byHighlight = new Map([...tags.values()].map((tag) => [tag.highlightId, tag]));
  const kept = (highlight: Highlight): Highlight => {
    let one = highlight;
    if (byHighlight.has(one.id))
      for (const tag of tags.values()) if (tag.highlightId === one.id) one = withTag(one, tag);
    return one.tags.some(({ id }) => gone.has(id)) ? { ...one, tags: one.tags.filter(({ id }) => !gone.has(id)) } : one;
  };
  const touched = gone.size + tags.size > 0;
  return (now) => {
    const others = now.filter(({ id }) => !gone.has(id) && !put.has(id));
    // Ten thousand that are as they were are not looked at one by one.
    return [...(touched ? others.map(kept) : others), ...put.values()];
  };
}
