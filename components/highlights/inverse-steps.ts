import { api, keyOf } from '@/lib/api/client';
import type { Along, Highlight, Tag, TagChange } from '@/lib/highlights/highlight';
import type { Desk } from './desk';
import { inverseOf } from './draft-input';
import { titleOf } from './layer';
import { placesIn } from './sent';
import type { Step } from './undo-stack';

// Each step sends the inverse of a change with the version that the last answer carried, and knows its own inverse.

const quoted = (words: string): string => `“${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`;

/** What was made along came or went: it is in lists that other parts of the page hold. */
export function readAlong({ queries, place: { projectId } }: Desk, along?: Along): void {
  if (along?.entityIds.length) void queries.invalidateQueries({ queryKey: keyOf('listEntityNames', { projectId }) });
  if (along?.claimIds.length) void queries.invalidateQueries({ queryKey: keyOf('listClaimStatements', { projectId }) });
}

/** Takes back a highlight that was made, with its tags and what was made `along`. */
export function unmakeHighlight(
  desk: Desk,
  highlight: Highlight,
  along?: Along,
  label = `highlighting ${quoted(highlight.quote)}`,
): Step {
  return {
    label,
    back: async () => {
      const gone = await api('deleteHighlight', {
        params: { id: highlight.id },
        body: { along },
        ifMatch: latestOf(desk, highlight),
      });
      desk.drop([highlight.id]);
      readAlong(desk, along);
      return remakeHighlight(desk, gone, along, label);
    },
  };
}

/** Brings a deleted highlight back. `highlight` as the deletion answered it. */
export function remakeHighlight(
  desk: Desk,
  highlight: Highlight,
  along?: Along,
  label = `deleting ${quoted(highlight.quote)}`,
): Step {
  return {
    label,
    back: async () => {
      const back = await api('restoreHighlight', {
        params: { id: highlight.id },
        body: { along },
        ifMatch: highlight.version,
      });
      desk.put(back);
      readAlong(desk, along);
      return unmakeHighlight(desk, back, along, label);
    },
  };
}

/** Takes back several highlights of one's own that were made together, with what was made `along`. */
export function unmakeHighlights(desk: Desk, highlights: readonly Highlight[], along?: Along): Step {
  const ids = highlights.map(({ id }) => id);
  const quote = highlights[0]?.quote ?? '';
  const same = highlights.every((one) => one.quote === quote);
  const label = `tagging ${same ? `${quoted(quote)} ` : ''}in ${placesIn(ids.length)}`;
  const params = { id: desk.place.articleId };
  return {
    label,
    back: async () => {
      await api('deleteHighlights', { params, body: { ids, along } });
      desk.drop(ids);
      readAlong(desk, along);
      return {
        label,
        back: async () => {
          const { items } = await api('restoreHighlights', { params, body: { ids, along } });
          desk.put(...items);
          readAlong(desk, along);
          return unmakeHighlights(desk, items, along);
        },
      };
    },
  };
}

/** Takes back a tag that was added to words which stay highlighted, with what was made `along`. */
export function unmakeTag(desk: Desk, tag: Tag, along?: Along, label = `tagging ${quoted(titleOf(tag))}`): Step {
  return {
    label,
    back: async () => {
      const gone = await api('deleteTag', { params: { id: tag.id }, body: { along }, ifMatch: latest(desk, tag) });
      desk.dropTag(tag);
      readAlong(desk, along);
      return remakeTag(desk, gone, along, label);
    },
  };
}

/** Brings a deleted tag back. `tag` as the deletion answered it. */
export function remakeTag(desk: Desk, tag: Tag, along?: Along, label = `deleting ${quoted(titleOf(tag))}`): Step {
  return {
    label,
    back: async () => {
      const back = await api('restoreTag', { params: { id: tag.id }, body: { along }, ifMatch: tag.version });
      desk.putTag(back);
      readAlong(desk, along);
      return unmakeTag(desk, back, along, label);
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
