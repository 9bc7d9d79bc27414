import { storage } from '@/components/ui/storage';

// What somebody has written and not sent, kept in this browser: at each place one slot for each tab that writes there.

/** Where something is written: on a thread, a comment, or what a new thread will be about. */
export interface Place {
  userId: string;
  projectId: string;
  id: string;
  /** What is written about, where the place is not that itself: when it goes, the place goes with it. */
  about?: readonly string[];
}

export interface Kept {
  projectId: string;
  /** The editor's document. */
  doc: unknown;
  blocksApproval: boolean;
  /** What Send was pressed on, and the key it goes under: sent again it cannot be written twice. `waiting` until it was answered. */
  sent: { key: string; body: string; waiting: boolean } | null;
  /** The version of the comment that is reworded, as its author read it; null for new words. */
  base: number | null;
  /** Counts up with every change. */
  seq: number;
  /** When it changed last, in ms. */
  at: number;
  /** What it is about, besides its place. */
  about: readonly string[];
}
export type InSlot = { slot: string; kept: Kept };

const NAME = 'claimbench.draft';
const GONE = 'claimbench.sent';
const placeName = ({ userId, id }: Pick<Place, 'userId' | 'id'>) => `${NAME} ${userId} ${id} `;

/** What was kept, or null where it cannot be read: it may come from another browser, or from somebody's hands. */
export function keptFrom(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Kept> | null;
    if (!kept || typeof kept.doc !== 'object' || typeof kept.projectId !== 'string') return null;
    const { key, body, waiting } = (kept.sent ?? {}) as Partial<NonNullable<Kept['sent']>>;
    return {
      projectId: kept.projectId,
      doc: kept.doc,
      blocksApproval: kept.blocksApproval === true,
      sent: typeof key === 'string' && typeof body === 'string' ? { key, body, waiting: waiting === true } : null,
      base: typeof kept.base === 'number' ? kept.base : null,
      seq: Number(kept.seq) || 1,
      at: Number(kept.at) || 0,
      about: Array.isArray(kept.about) ? kept.about.filter((id) => typeof id === 'string') : [],
    };
  } catch {
    return null;
  }
}

const names = (beginning: string) =>
  storage((held) => Object.keys(held).filter((name) => name.startsWith(beginning)), []);

/** What is kept for a place in this browser, the latest first. */
export const keptAt = (place: Pick<Place, 'userId' | 'id'>): InSlot[] =>
  names(placeName(place))
    .flatMap((name) => {
      const kept = keptFrom(storage((held) => held.getItem(name), null));
      return kept ? [{ slot: name.slice(placeName(place).length), kept }] : [];
    })
    .sort((a, b) => b.kept.at - a.kept.at);

/** Keeps what is written in a slot; null forgets it. Answers whether this browser keeps it now. */
export function keep(place: Place, slot: string, kept: Kept | null): boolean {
  const name = placeName(place) + slot;
  // What the server still has of it is no draft any more.
  if (!kept) noteGone(slot, true);
  const done = storage((held) => {
    if (kept) held.setItem(name, JSON.stringify(kept));
    else held.removeItem(name);
    return true;
  }, false);
  listeners.forEach((listener) => listener());
  return done;
}

/** The slot in which this tab wrote at a place before it was loaded anew. */
export const ownSlot = ({ userId, id }: Place): string | null => {
  try {
    return sessionStorage.getItem(`${NAME} ${userId} ${id}`);
  } catch {
    return null;
  }
};
export function noteOwnSlot({ userId, id }: Place, slot: string): void {
  try {
    sessionStorage.setItem(`${NAME} ${userId} ${id}`, slot);
  } catch {
    // Storage is switched off.
  }
}

const listeners = new Set<() => void>();
/** Calls back when something was kept or forgotten, in this tab or in another. */
export function onKept(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Notes that a slot was sent or discarded, until the server has forgotten it too: it must not come back as a draft. */
export const noteGone = (slot: string, gone: boolean): void =>
  storage((held) => (gone ? held.setItem(`${GONE} ${slot}`, '1') : held.removeItem(`${GONE} ${slot}`)), undefined);
export const isGone = (slot: string): boolean => storage((held) => held.getItem(`${GONE} ${slot}`) !== null, false);

/** Everything of somebody's that this browser keeps: for leaving it. */
export const allKept = (): { place: Place; slot: string; kept: Kept }[] =>
  names(`${NAME} `).flatMap((name) => {
    const [userId = '', id = '', slot = ''] = name.slice(NAME.length + 1).split(' ');
    const kept = keptFrom(storage((held) => held.getItem(name), null));
    return kept ? [{ place: { userId, projectId: kept.projectId, id, about: kept.about }, slot, kept }] : [];
  });
