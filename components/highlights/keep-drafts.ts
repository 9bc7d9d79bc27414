import { absoluteTime } from '@/components/ui/moment';
import type { Desk } from './desk';
import { hasWork, type Draft } from './draft';
import { tagChangeOf } from './draft-input';
import { forgetTag, keepTag, keptTags, tabsAtWork, thisTab } from './kept-tags';

// What was sent and is not answered yet is nobody's draft on the screen, and not saved either.
const sent = new Set<string>();

/** Whether something would be lost with the page: a tag that was only opened is as it was. */
export function isBegun(draft: Draft): boolean {
  const { purpose } = draft;
  if (purpose.kind !== 'edit' && purpose.kind !== 'propose') return hasWork(draft);
  return draft.query.trim() !== '' || Object.keys(tagChangeOf(draft, purpose.tag)).length > 0;
}

const begunOn = (desk: Desk): Map<string, Draft> => {
  const { draft, refused } = desk.store.get();
  const all = draft ? [draft, ...refused] : refused;
  return new Map(all.filter(isBegun).map((one) => [one.key, one]));
};

/** Keeps in this browser what is being written, as it changes; what was saved, or let go by hand, is forgotten. */
export function followDrafts(desk: Desk): () => void {
  let before = new Map<string, Draft>();
  const follow = () => {
    const now = begunOn(desk);
    for (const [key, draft] of now) if (before.get(key) !== draft) keepTag(desk.place, draft);
    for (const key of before.keys()) if (!now.has(key) && !sent.has(key)) forgetTag(desk.place, key);
    before = now;
  };
  follow();
  return desk.store.subscribe(follow);
}

/** Keeps a draft while it is sent, for a page that goes before the answer comes: sent again it goes under the same key. */
export async function whileSent<T>(desk: Desk, draft: Draft, work: () => Promise<T>): Promise<T> {
  if (!isBegun(draft)) return work();
  sent.add(draft.key);
  keepTag(desk.place, draft);
  try {
    return await work();
  } finally {
    sent.delete(draft.key);
    if (!begunOn(desk).has(draft.key)) forgetTag(desk.place, draft.key);
  }
}

/** The draft on the words where they stand in this text: there, or in the one other place; else as it was. */
export function onText(draft: Draft, text: string): Draft {
  const { start, end, quote } = draft;
  if (text.slice(start, end) === quote) return draft;
  const at = text.indexOf(quote);
  return at < 0 || text.indexOf(quote, at + 1) >= 0 ? draft : { ...draft, start: at, end: at + quote.length };
}

/** Offers again what was begun in a page that is gone, and is busy in no other tab. */
export async function offerKept(desk: Desk, text: string): Promise<void> {
  if (keptTags(desk.place).length === 0) return;
  const busy = await tabsAtWork();
  const here = begunOn(desk);
  const left = keptTags(desk.place).filter(
    ({ draft, tab }) => !here.has(draft.key) && !sent.has(draft.key) && (tab === thisTab || !busy.has(tab)),
  );
  const again = left.map(({ draft, at }) => ({
    ...onText(draft, text),
    problem: draft.problem ?? `Begun on ${absoluteTime(new Date(at).toISOString())} and not saved.`,
  }));
  desk.store.set({ refused: [...desk.store.get().refused, ...again] });
}
