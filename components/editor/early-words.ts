import { keep, noteGone, type Place } from './kept-drafts';

// What is written before the editor has come, at each place. It is kept like any other draft: where the editor cannot be fetched and the
// place is closed, it waits there.

const written = new Map<string, { slot: string; words: string }>();

/** What stood in the plain field of a place when it was closed. */
export const earlyWords = ({ id }: Place): string => written.get(id)?.words ?? '';

const paragraphOf = (line: string) => ({
  type: 'paragraph',
  ...(line ? { content: [{ type: 'text', text: line }] } : {}),
});

/** Keeps what stands in the plain field, behind the words that are being reworded. */
export function keepEarly(place: Place, words: string, initial: unknown, base: number | null): void {
  const slot = written.get(place.id)?.slot ?? crypto.randomUUID();
  if (words.trim() === '') return forgetEarly(place);
  written.set(place.id, { slot, words });
  const before = (initial as { content?: unknown[] } | null)?.content ?? [];
  const doc = { type: 'doc', content: [...before, ...words.split('\n').map(paragraphOf)] };
  const { projectId } = place;
  keep(place, slot, { projectId, doc, blocksApproval: false, sent: null, base, seq: 1, at: Date.now() });
}

/** The editor takes the words over, or they were taken out again. */
export function forgetEarly(place: Place): void {
  const known = written.get(place.id);
  if (!known) return;
  written.delete(place.id);
  keep(place, known.slot, null);
  // No server knows of it.
  noteGone(known.slot, false);
}
