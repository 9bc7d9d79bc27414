import { announce } from '@/components/ui/announce';
import { notify, notifyProblem } from '@/components/ui/notify';
import { occurrences } from '@/lib/anchoring/occurrences';
import { api, type InputOf } from '@/lib/api/client';
import type { Highlight, Tag, TagInput } from '@/lib/highlights/highlight';
import { undoOf } from './change-tags';
import { problemOf, type Desk } from './desk';
import type { Draft } from './draft';
import { unmakeHighlights } from './inverse-steps';
import { MOST } from './keep-many';
import { morePlaces, type Sent } from './sent';

// The same spelling in the rest of this article. Comes while the page rests.

type Items = InputOf<'saveHighlights'>['items'];
/** What is under way, by its key: sent again it is the same places, whatever has come meanwhile. */
const asked = new Map<string, Items>();

function everywhere(desk: Desk, { start, end, quote }: Draft, input: TagInput, entityId: string): Items {
  const taken = desk.layers().placed.filter(({ own, tag }) => own && tag?.entity?.id === entityId);
  const spans = occurrences(desk.pane?.words.text ?? '', quote, [{ start, end }, ...taken]).slice(0, MOST - 1);
  return [{ start, end, quote, tags: [input] }, ...spans.map((span) => ({ ...span, quote, tags: [{ entityId }] }))];
}

/** The words, and the same spelling in the rest of the article, as one write. What is stated of these words is not said of the others. */
export async function sendEverywhere(desk: Desk, draft: Draft, input: TagInput, entityId: string): Promise<Sent> {
  const { start, end, key } = draft;
  const items = asked.get(key) ?? everywhere(desk, draft, input, entityId);
  asked.set(key, items);
  const { items: all } = await api('saveHighlights', { params: { id: desk.place.articleId }, body: { items }, key });
  asked.delete(key);
  const highlight = all.find((one) => one.start === start && one.end === end)!;
  const rest = all.filter((one) => one !== highlight);
  desk.put(...rest);
  return { highlight, tag: highlight.tags[0] ?? null, made: true, rest };
}

/** Tags the same spelling in the rest of the article; a refusal is said and leaves the rest as it was. */
export async function repeatRest(desk: Desk, tag: Tag): Promise<Highlight[]> {
  try {
    const { items } = await api('repeatTag', { params: { id: tag.id }, body: {} });
    desk.put(...items);
    announce(items.length > 0 ? `Tagged${morePlaces(items)}.` : 'This spelling stands nowhere else untagged.');
    return items;
  } catch (error) {
    notifyProblem(`The other places were not tagged. ${problemOf(error).message}`);
    return [];
  }
}

/** "The same spelling in the rest of this article": one request, one undo. */
export async function repeatSpelling(desk: Desk, tag: Tag): Promise<void> {
  const made = await repeatRest(desk, tag);
  if (made.length === 0) return;
  desk.undo.push(unmakeHighlights(desk, made));
  notify(`Tagged${morePlaces(made)}`, { action: undoOf(desk), key: 'undo' });
}
