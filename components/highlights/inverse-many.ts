import { api, type AnswerOf } from '@/lib/api/client';
import type { Highlight, Tag, TagChange } from '@/lib/highlights/highlight';
import type { Desk } from './desk';
import { inverseOf } from './draft-input';
import type { Step } from './undo-stack';

// The inverses of writes on many tags: one request each, as the write was one.

export type BulkChange = Pick<TagChange, 'entityId' | 'claimId' | 'stance' | 'confidence'>;
type Gone = AnswerOf<'deleteTags'>;

const several = (count: number): string => (count === 1 ? '1 tag' : `${count} tags`);
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version });

/** The tags of these ids, as an answer holds them. */
export function tagsIn(highlights: readonly Highlight[], ids: ReadonlySet<string>): Tag[] {
  return highlights.flatMap(({ tags }) => tags.filter(({ id }) => ids.has(id)));
}

/** Gives each of several tags back what it had. `before` and `after` are the tags on either side of the change. */
export function unchangeTags(
  desk: Desk,
  changes: ReadonlyMap<string, BulkChange>,
  before: readonly Tag[],
  after: readonly Tag[],
): Step {
  const label = `changing ${several(before.length)}`;
  const versions = new Map(after.map(({ id, version }) => [id, version]));
  const inverse = new Map<string, BulkChange>(before.map((tag) => [tag.id, inverseOf(changes.get(tag.id) ?? {}, tag)]));
  return {
    label,
    back: async () => {
      const items = [...inverse].map(([id, change]) => ({
        id,
        // A colleague's verdict may have raised it since.
        version: desk.findTag(id)?.version ?? versions.get(id) ?? 1,
        change,
      }));
      const answer = await api('changeTags', { params: { id: desk.place.articleId }, body: { items } });
      desk.put(...answer.items);
      return unchangeTags(desk, inverse, after, tagsIn(answer.items, new Set(inverse.keys())));
    },
  };
}

/** Brings back tags that were deleted together, and the highlights that went with them. `gone` as the deletion answered it. */
export function remakeTags(desk: Desk, gone: Gone): Step {
  const ids = new Set(gone.tags.map(({ id }) => id));
  const label = `deleting ${several(ids.size || gone.highlights.length)}`;
  const params = { id: desk.place.articleId };
  return {
    label,
    back: async () => {
      const { items } = await api('restoreTags', { params, body: gone });
      desk.put(...items);
      const bare = items.filter(({ id, tags }) => tags.length === 0 && gone.highlights.some((one) => one.id === id));
      return {
        label,
        back: async () => {
          // Other steps may have been taken back and done again since: they raised the versions.
          const body = {
            tags: tagsIn(items, ids).map((tag) => seen(desk.findTag(tag.id) ?? tag)),
            highlights: bare.map((one) => seen(desk.findHighlight(one.id) ?? one)),
          };
          const again = await api('deleteTags', { params, body });
          desk.dropMany(again);
          return remakeTags(desk, again);
        },
      };
    },
  };
}

/** Takes back highlights that were made together in an article other than the one on the desk. */
export function unmakeElsewhere(made: readonly Highlight[]): Step {
  const ids = made.map(({ id }) => id);
  const label = `tagging in ${ids.length} places of another article`;
  const params = { id: made[0]!.articleId };
  return {
    label,
    back: async () => {
      await api('deleteHighlights', { params, body: { ids } });
      return {
        label,
        back: async () => unmakeElsewhere((await api('restoreHighlights', { params, body: { ids } })).items),
      };
    },
  };
}
