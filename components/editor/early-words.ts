import { keep, keptAt, noteGone, type Kept, type Place } from './kept-drafts';

// What is written before the editor has come, at each place. It is kept like any other draft: where the editor cannot be fetched and the
// place is closed, it waits there.

type Early = { slot: string; words: string; kept: (words: string) => Kept };
const written = new Map<string, Early>();

/** What stood in the plain field of a place when it was closed. */
export const earlyWords = ({ id }: Place): string => written.get(id)?.words ?? '';

const paragraphOf = (line: string) => ({
  type: 'paragraph',
  ...(line ? { content: [{ type: 'text', text: line }] } : {}),
});

function earlyAt({ projectId, id, about = [] }: Place, initial: unknown, base: number | null): Early {
  const before = (initial as { content?: unknown[] } | null)?.content ?? [];
  const docOf = (words: string) => ({ type: 'doc', content: [...before, ...words.split('\n').map(paragraphOf)] });
  return {
    slot: written.get(id)?.slot ?? crypto.randomUUID(),
    words: '',
    kept: (words) => ({
      projectId,
      about,
      doc: words || before.length === 0 ? docOf(words) : initial,
      blocksApproval: false,
      sent: null,
      base,
      seq: 1,
      at: Date.now(),
    }),
  };
}

/** Keeps what stands in the plain field, behind the words that are being reworded. */
export function keepEarly(place: Place, words: string, initial: unknown, base: number | null): void {
  const early = { ...earlyAt(place, initial, base), words };
  written.set(place.id, early);
  keep(place, early.slot, early.kept(words));
}

/**
 * The editor has come and is about to take the words out of the field: they must not be in its draft as well. The draft itself stays, if it
 * is the only one of its place, which would otherwise close for want of words.
 */
export function passEarly(place: Place): void {
  const early = written.get(place.id);
  if (!early) return;
  written.delete(place.id);
  if (keptAt(place).length === 1) return void keep(place, early.slot, early.kept(''));
  keep(place, early.slot, null);
  // No server knows of it.
  noteGone(early.slot, false);
}
