import { z } from 'zod';
import { exactText, id, moment, text, whole } from '@/lib/core/words';

export const MAX_DRAFTS = 500; // a person
/** Days for which it is known of a draft that it was sent, thrown away or gone on with. */
export const GONE_DAYS = 90;

/** What somebody wrote at a place and has not sent. `slot` is the tab's own, so that two tabs never overwrite each other. */
export const draftInput = z.strictObject({
  projectId: id(),
  slot: id(),
  seq: whole(1, 2 ** 31 - 1), // counts up in its slot: what comes late never replaces what is newer
  body: exactText(200_000).min(1, 'There is nothing in this draft.'),
});
export const draftView = z.object({
  targetId: z.uuid(), // a thread, a comment, or what a new thread is to be about
  projectId: z.uuid(),
  slot: z.uuid(),
  seq: z.number(),
  body: text(),
  updatedAt: moment(),
});
export type Draft = z.output<typeof draftView>;
/** `gone`: these very words were sent, thrown away or gone on with, on another device; nothing was kept. */
export const keptView = draftView.extend({ gone: z.boolean() });

export const draftFilter = z.strictObject({ projectId: id().optional() });
/** One slot of a place, or all of them. */
export const discardInput = z.strictObject({ slot: id().optional() });
export const discardedView = z.object({ discarded: z.number() });
