import { api } from '@/lib/api/client';
import type { Highlight, Tag, TagChange } from '@/lib/highlights/highlight';
import type { Desk } from './desk';
import { inverseOf } from './draft-input';
import { titleOf } from './layer';
import { placesIn } from './sent';
import type { Step } from './undo-stack';

// Each step sends the inverse of a change with the version that the last answer carried, and knows its own inverse.

const quoted = (words: string): string => `“${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`;

/** Takes back a highlight that was made, with its tags. */
export function unmakeHighlight(
  desk: Desk,
  highlight: Highlight,
  label = `highlighting ${quoted(highlight.quote)}`,
): Step {
  return {
    label,
    back: async () => {
      const gone = await api('deleteHighlight', {
        params: { id: highlight.id },
        body: {},
        ifMatch: latestOf(desk, highlight),
      });
      desk.drop([highlight.id]);
      return remakeHighlight(desk, gone, label);
    },
  };
}

/** Brings a deleted highlight back. `highlight` as the deletion answered it. */
export function remakeHighlight(desk: Desk, highlight: Highlight, label = `deleting ${quoted(highlight.quote)}`): Step {
  return {
    label,
    back: async () => {
      const back = await api('restoreHighlight', {
        params: { id: highlight.id },
        body: {},
        ifMatch: highlight.version,
      });
      desk.put(back);
      return unmakeHighlight(desk, back, label);
    },
  };
}

/** Takes back several highlights of one's own that were made together. */
export function unmakeHighlights(desk: Desk, highlights: readonly Highlight[]): Step {
  const ids = highlights.map(({ id }) => id);
  const label = `tagging ${quoted(highlights[0]?.quote ?? '')} in ${placesIn(ids.length)}`;
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
export function unmakeTag(desk: Desk, tag: Tag, label = `tagging ${quoted(titleOf(tag))}`): Step {
  return {
    label,
    back: async () => {
      const gone = await api('deleteTag', { params: { id: tag.id }, body: {}, ifMatch: latest(desk, tag) });
      desk.dropTag(tag);
      return remakeTag(desk, gone, label);
    },
  };
}

/** Brings a deleted tag back. `tag` as the deletion answered it. */
export function remakeTag(desk: Desk, tag: Tag, label = `deleting ${quoted(titleOf(tag))}`): Step {
  return {
    label,
    back: async () => {
      const back = await api('restoreTag', { params: { id: tag.id }, body: {}, ifMatch: tag.version });
      desk.putTag(back);
      return unmakeTag(desk, back, label);
    },
  };
}

/** Sets the fields of one change back to what they were. `before` and `after` are the tag on either side of it. */
export function unchangeTag(
  desk: Desk,
  change: TagChange,
  before: Tag,
  after: Tag,
  label = `changing ${quoted(titleOf(after))}`,
): Step {
  return {
    label,
    back: async () => {
      const inverse = inverseOf(change, before);
      const back = await api('saveTag', { params: { id: after.id }, body: inverse, ifMatch: latest(desk, after) });
      desk.putTag(back);
      return unchangeTag(desk, inverse, after, back, label);
    },
  };
}

/** Takes the edges of a highlight back to where they were. `before` and `after` are the highlight on either side of the move. */
export function unmove(
  desk: Desk,
  before: Highlight,
  after: Highlight,
  label = `moving the edges of ${quoted(after.quote)}`,
): Step {
  const { start, end, quote } = before;
  return {
    label,
    back: async () => {
      const back = await api('moveHighlight', {
        params: { id: after.id },
        body: { start, end, quote },
        ifMatch: latestOf(desk, after),
      });
      desk.put(back);
      return unmove(desk, after, back, label);
    },
  };
}

/** Sets a translation back to what it was before, or to none. */
export function untranslate(desk: Desk, before: Highlight, after: Highlight): Step {
  const label = `translating ${quoted(after.quote)}`;
  return {
    label,
    back: async () => {
      const back = await api('translateHighlight', {
        params: { id: after.id },
        body: { translation: before.translation?.text ?? null },
        ifMatch: latestOf(desk, after),
      });
      desk.put(back);
      return untranslate(desk, after, back);
    },
  };
}

const latestOf = (desk: Desk, highlight: Highlight): number =>
  desk.findHighlight(highlight.id)?.version || highlight.version;

// A colleague's verdict may have raised the version since: one's own change is still the last one to the content.
const latest = (desk: Desk, tag: Tag): number => desk.findTag(tag.id)?.version ?? tag.version;
