import { announce } from '@/components/ui/announce';
import { notify, notifyProblem } from '@/components/ui/notify';
import { occurrences } from '@/lib/anchoring/occurrences';
import type { Span } from '@/lib/anchoring/span';
import { api, Problem } from '@/lib/api/client';
import type { Highlight, Tag } from '@/lib/highlights/highlight';
import { problemOf, type Desk } from './desk';
import { changeBack } from './draft-input';
import { remakeTags, tagsIn, unchangeTags, type BulkChange } from './inverse-many';
import { keepMany, MOST, said } from './keep-many';
import type { Layer } from './layer';

const several = (count: number): string => (count === 1 ? '1 tag' : `${count} tags`);
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version });

/** The tags of a selection that a change fits: another entity is for mentions, another claim or stance for citations. */
export function fitting(layers: readonly Layer[], change: BulkChange): Tag[] {
  const tags = layers.flatMap(({ tag }) => tag ?? []);
  if (change.entityId !== undefined) return tags.filter(({ entity }) => entity);
  return change.claimId !== undefined || change.stance !== undefined ? tags.filter(({ claim }) => claim) : tags;
}

/** The highlights of tags that have moved on, when that is why a write was refused. */
function movedOn(error: unknown): Highlight[] | null {
  if (!(error instanceof Problem) || error.code !== 'stale') return null;
  return (error.extra.current as { items?: Highlight[] } | undefined)?.items ?? null;
}

const sameIn = (change: BulkChange, a: Tag, b: Tag): boolean => {
  const [one, other] = [changeBack(a), changeBack(b)];
  return (Object.keys(change) as (keyof BulkChange)[]).every((field) => one[field] === other[field]);
};

/** Sends one change for many. Tags that moved on in something else are changed all the same, at the second try. */
async function sendChanges(desk: Desk, tags: readonly Tag[], change: BulkChange, again = true): Promise<Highlight[]> {
  const items = tags.map((tag) => ({ ...seen(tag), change }));
  try {
    return (await api('changeTags', { params: { id: desk.place.articleId }, body: { items } })).items;
  } catch (error) {
    const now = movedOn(error);
    if (!now) throw error;
    desk.put(...now);
    const fresh = tags.map((tag) => desk.findTag(tag.id) ?? tag);
    if (!again || fresh.some((tag, at) => !sameIn(change, tag, tags[at] ?? tag))) throw error;
    return sendChanges(desk, fresh, change, false);
  }
}

/** Whether a tag says already what a change would make it say. */
const isSo = (change: BulkChange, tag: Tag): boolean => {
  const now = changeBack(tag);
  return (Object.keys(change) as (keyof BulkChange)[]).every((field) => now[field] === change[field]);
};

/** Changes what is ticked and is not so already, in one write. Answers whether it was taken; what is ticked stays so. */
export async function changeMany(desk: Desk, layers: readonly Layer[], change: BulkChange): Promise<boolean> {
  const fit = fitting(layers, change);
  const tags = fit.filter((tag) => !isSo(change, tag)).slice(0, MOST);
  if (tags.length === 0) {
    if (fit.length > 0) notify('Nothing was changed: all of them are so already', { key: 'bulk' });
    return fit.length > 0;
  }
  desk.store.set({ saved: 'saving' });
  try {
    const highlights = await sendChanges(desk, tags, change);
    desk.put(...highlights);
    const ids = new Set(tags.map(({ id }) => id));
    desk.undo.push(unchangeTags(desk, new Map(tags.map(({ id }) => [id, change])), tags, tagsIn(highlights, ids)));
    desk.store.set({ saved: 'saved' });
    said(desk, `Changed ${several(tags.length)}`);
    return true;
  } catch (error) {
    desk.store.set({ saved: 'idle' });
    notifyProblem(`Not changed. ${problemOf(error).message}`, { key: 'bulk' });
    return false;
  }
}

/** Deletes what is ticked, in one write; a highlight of one's own that keeps no tag goes with its last. */
export async function deleteMany(desk: Desk, layers: readonly Layer[]): Promise<void> {
  const some = layers.slice(0, MOST);
  if (some.length === 0) return;
  const body = {
    tags: some.flatMap(({ tag }) => tag ?? []).map(seen),
    highlights: some.flatMap(({ tag, highlight }) => (tag ? [] : [highlight])).map(seen),
  };
  desk.store.set({ saved: 'saving' });
  try {
    const gone = await api('deleteTags', { params: { id: desk.place.articleId }, body });
    desk.dropMany(gone);
    desk.undo.push(remakeTags(desk, gone));
    desk.store.set({ saved: 'saved', chosen: null, selected: new Set() });
    said(desk, `Deleted ${several(some.length)}`);
  } catch (error) {
    desk.put(...(movedOn(error) ?? []));
    desk.store.set({ saved: 'idle' });
    notifyProblem(`Not deleted. ${problemOf(error).message}`, { key: 'bulk' });
  }
}

/** Every other place where the words under these mentions stand untagged, with the tag each would get. */
function restOf(desk: Desk, layers: readonly Layer[], text: string) {
  const me = desk.place.me.id;
  const taken = (entityId: string): Span[] =>
    desk
      .highlights()
      .filter(({ tags }) => tags.some(({ entity, author }) => entity?.id === entityId && author.id === me));
  const wanted = new Map<string, { entityId: string; quote: string }>();
  for (const { tag, highlight } of layers)
    if (tag?.entity) {
      const one = { entityId: tag.entity.id, quote: highlight.quote };
      wanted.set(JSON.stringify(one), one);
    }
  return [...wanted.values()].flatMap(({ entityId, quote }) =>
    occurrences(text, quote, taken(entityId)).map(({ start, end }) => ({ start, end, quote, tags: [{ entityId }] })),
  );
}

/** Tags the spellings under the ticked mentions in the rest of the article: one write, one undo. */
export async function repeatMany(desk: Desk, layers: readonly Layer[]): Promise<void> {
  const text = desk.pane?.words.text;
  const items = text === undefined ? [] : restOf(desk, layers, text).slice(0, MOST);
  if (items.length === 0) return announce('These spellings stand nowhere else untagged.');
  desk.store.set({ saved: 'saving' });
  try {
    const made = await api('saveHighlights', { params: { id: desk.place.articleId }, body: { items } });
    keepMany(
      desk,
      made.items,
      undefined,
      `Tagged in ${made.items.length} more ${made.items.length === 1 ? 'place' : 'places'}`,
    );
  } catch (error) {
    desk.store.set({ saved: 'idle' });
    notifyProblem(`The other places were not tagged. ${problemOf(error).message}`, { key: 'bulk' });
  }
}
