import { notify } from '@/components/ui/notify';
import type { Along, Highlight } from '@/lib/highlights/highlight';
import { undoOf } from './change-tags';
import type { Desk } from './desk';
import { readAlong, unmakeHighlights } from './inverse-steps';
import { placesIn } from './sent';

/** The most highlights that one write takes. */
export const MOST = 5000;

/** Tells what was done to many, with the way back. */
export const said = (desk: Desk, words: string): void => notify(words, { key: 'undo', action: undoOf(desk) });

/** What one write has made is drawn, and can be undone as one. */
export function keepMany(
  desk: Desk,
  made: readonly Highlight[],
  along?: Along,
  words = `Tagged in ${placesIn(made.length)}`,
): void {
  desk.put(...made);
  readAlong(desk, along);
  desk.undo.push(unmakeHighlights(desk, made, along));
  desk.store.set({ saved: 'saved' });
  said(desk, words);
}
