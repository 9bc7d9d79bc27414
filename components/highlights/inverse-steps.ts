import { api } from '@/lib/api/client';
import type { Highlight, Tag, TagChange } from '@/lib/highlights/highlight';
import type { Desk } from './desk';
import { inverseOf } from './draft-input';
import { titleOf } from './layer';
import type { Step } from './undo-stack';

// Each step sends the inverse of a change with the version that the last answer carried, and knows its own inverse.

const quoted = (words: string): string => `“${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`;

/** Takes back a highlight that was made, with its tags. */
export function unmakeHighlight(desk: Desk, highlight: Highlight): Step {
  const label = `highlighting ${quoted(highlight.quote)}`;
  return {
    label,
    back: async () => {
      const gone = await api('deleteHighlight', {
        params: { id: highlight.id },
        body: {},
        ifMatch: highlight.version,
      });
      desk.drop([highlight.id]);
      return { ...remakeHighlight(desk, gone), label };
    },
  };
}

/** Brings a deleted highlight back. `highlight` as the deletion answered it. */
export function remakeHighlight(desk: Desk, highlight: Highlight): Step {
  const label = `deleting ${quoted(highlight.quote)}`;
  return {
    label,
    back: async () => {
      const back = await api('restoreHighlight', {
        params: { id: highlight.id },
        body: {},
        ifMatch: highlight.version,
      });
      desk.put(back);
      return { ...unmakeHighlight(desk, back), label };
    },
  };
}

/** Takes back several highlights of one's own that were made together. */
export function unmakeHighlights(desk: Desk, highlights: readonly Highlight[]): Step {
  const ids = highlights.map(({ id }) => id);
  const label = `tagging ${quoted(highlights[0]?.quote ?? '')} in ${ids.length} places`;
  const params = { id: desk.place.articleId };
  return {
    label,
    back: async () => {
      await api('deleteHighlights', { params, body: { ids } });
      desk.drop(ids);
      return {
        label,
        back: async () => {
          const { items } = await api('restoreHighlights', { params, body: { ids } });
          desk.put(...items);
          return unmakeHighlights(desk, items);
        },
      };
    },
  };
}

/** Takes back a tag that was added to words which stay highlighted. */
export function unmakeTag(desk: Desk, tag: Tag): Step {
  const label = `tagging ${quoted(titleOf(tag))}`;
  return {
    label,
    back: async () => {
      const gone = await api('deleteTag', { params: { id: tag.id }, body: {}, ifMatch: latest(desk, tag) });
      desk.dropTag(tag);
      return { ...remakeTag(desk, gone), label };
    },
  };
}

/** Brings a deleted tag back. `tag` as the deletion answered it. */
export function remakeTag(desk: Desk, tag: Tag): Step {
  const label = `deleting ${quoted(titleOf(tag))}`;
  return {
    label,
    back: async () => {
      const back = await api('restoreTag', { params: { id: tag.id }, body: {}, ifMatch: tag.version });
      desk.putTag(back);
      return { ...unmakeTag(desk, back), label };
    },
  };
}

/** Sets the fields of one change back to what they were. `before` and `after` are the tag on either side of it. */
export function unchangeTag(desk: Desk, change: TagChange, before: Tag, after: Tag): Step {
  const label = `changing ${quoted(titleOf(after))}`;
  return {
    label,
    back: async () => {
      const inverse = inverseOf(change, before);
      const back = await api('saveTag', { params: { id: after.id }, body: inverse, ifMatch: latest(desk, after) });
      desk.putTag(back);
      return { ...unchangeTag(desk, inverse, after, back), label };
    },
  };
}

// A colleague's verdict may have raised the version since: one's own change is still the last one to the content.
const latest = (desk: Desk, tag: Tag): number => desk.findTag(tag.id)?.version ?? tag.version;
