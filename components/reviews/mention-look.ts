import type { QuotedTag } from '@/lib/highlights/highlight';
import type { Queue } from '@/lib/reviews/review';

export type Group = Queue['groups'][number];

/** Groups keep this name while mentions come and go. */
export const groupKey = ({ entity, spelling }: Group): string => `${entity.id} ${spelling}`;

/** "11 in 4 articles"; of more than are shown it says so. */
export function countWords({ total, tags }: Group): string {
  if (total === 1) return 'once';
  const articles = new Set(tags.map(({ articleId }) => articleId)).size;
  const places = `${total} in ${total > tags.length ? 'at least ' : ''}${articles} ${articles === 1 ? 'article' : 'articles'}`;
  return total > tags.length ? `${places}, the first ${tags.length} shown` : places;
}

/** The mentions that are accepted together: all that are shown and were not unticked. */
export const ticked = ({ tags }: Group, unticked: ReadonlySet<string>): QuotedTag[] =>
  tags.filter(({ id }) => !unticked.has(id));

export function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** What stands one below the other: the groups, and in the open one its mentions. */
export const placesOf = (groups: readonly Group[], open: Group | undefined): string[] =>
  groups.flatMap((group) => [
    groupKey(group),
    ...(open && groupKey(group) === groupKey(open) ? group.tags.map(({ id }) => id) : []),
  ]);

/** Groups that stand still, with each mention as it is by now: a verdict is on that. */
export function freshened(shown: readonly Group[], latest: readonly Group[]): Group[] {
  const now = new Map(latest.flatMap(({ tags }) => tags.map((tag) => [tag.id, tag])));
  return shown.map((group) => ({ ...group, tags: group.tags.map((tag) => now.get(tag.id) ?? tag) }));
}
