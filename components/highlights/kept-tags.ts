import { storage } from '@/components/ui/storage';
import type { DeskPlace } from './desk';
import type { Draft } from './draft';

// Tags that somebody has begun to write, kept in this browser until they are saved or let go: an entry for each.

export interface KeptTag {
  readonly draft: Draft;
  /** The tab that wrote it: while that one lives, it is busy there. */
  readonly tab: string;
  /** When it changed last, in ms. */
  readonly at: number;
}
type Where = Pick<DeskPlace, 'articleId' | 'me'>;

const NAME = 'claimbench.unsaved tag';
export const thisTab: string = globalThis.crypto?.randomUUID?.() ?? String(Math.random());
const nameOf = ({ me, articleId }: Where) => `${NAME} ${me.id} ${articleId} `;

/** What was kept, or null where it cannot be read: it may come from another version, or from somebody's hands. */
export function keptTagFrom(text: string | null): KeptTag | null {
  try {
    const { draft, tab, at } = JSON.parse(text ?? 'null') as KeptTag;
    const isDraft = typeof draft.key === 'string' && typeof draft.quote === 'string' && typeof draft.query === 'string';
    const isPlaced = Number.isInteger(draft.start) && Number.isInteger(draft.end);
    return isDraft && isPlaced && Number.isFinite(at) ? { draft, tab: String(tab), at } : null;
  } catch {
    return null;
  }
}

/** A write that it waited for ended with the page that sent it. */
const alone = (draft: Draft): Draft =>
  draft.purpose.kind === 'add' && draft.purpose.saving
    ? { ...draft, purpose: { ...draft.purpose, saving: null } }
    : draft;

export function keepTag(where: Where, draft: Draft): void {
  holdTab();
  const kept: KeptTag = { draft: alone(draft), tab: thisTab, at: Date.now() };
  storage((held) => held.setItem(nameOf(where) + draft.key, JSON.stringify(kept)), undefined);
}

export const forgetTag = (where: Where, key: string): void =>
  storage((held) => held.removeItem(nameOf(where) + key), undefined);

/** Everything of one's own that is kept for an article, the oldest first. */
export const keptTags = (where: Where): KeptTag[] =>
  storage((held) => Object.keys(held).filter((name) => name.startsWith(nameOf(where))), [])
    .flatMap((name) => keptTagFrom(storage((held) => held.getItem(name), null)) ?? [])
    .sort((a, b) => a.at - b.at);

let isHeld = false;

/** Shows the other tabs of this browser, for as long as this one lives, that it is there. */
function holdTab(): void {
  const locks = globalThis.navigator?.locks;
  if (isHeld || !locks) return;
  isHeld = true;
  locks.request(`${NAME} ${thisTab}`, () => new Promise(() => {})).catch(() => {});
}

/** The tabs of this browser that write; none where it cannot tell. */
export async function tabsAtWork(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await globalThis.navigator?.locks?.query().catch(() => null)) ?? {};
  return new Set(held.map(({ name = '' }) => name.slice(NAME.length + 1)));
}
