import { z } from 'zod';
import { id, whole } from '@/lib/core/words';

// Pure: who is here. No write of the project's: nothing of it enters the log, and it is forgotten soon after the last sign of life.

/** "I am at this article, and read here", or "at this claim". `slot` is the visit's own, so that two tabs are two visits. */
export const presenceSign = z
  .strictObject({
    slot: id(),
    articleId: id().optional(),
    claimId: id().optional(),
    /** The number of the text in which `at` counts, and where in it they read, in UTF-16 code units. */
    textVersion: whole(1, 2 ** 31 - 1).optional(),
    at: whole(0, 2 ** 31 - 1).optional(),
  })
  .refine(({ articleId, claimId }) => (articleId === undefined) !== (claimId === undefined), {
    message: 'Somebody is at an article or at a claim.',
  })
  .refine(
    ({ articleId, textVersion, at }) =>
      (textVersion === undefined) === (at === undefined) && (at === undefined || articleId !== undefined),
    { message: 'A place is an article, the number of its text, and an offset.', path: ['at'] },
  );
export const presenceEnd = z.strictObject({ slot: id() });
export const presenceTaken = z.object({ here: z.boolean() });

/** One person at one place. The stream sends all of a project's as `{people}` in an event `here` whenever they change. */
export const presenceView = z.object({
  userId: z.uuid(),
  articleId: z.uuid().nullable(),
  claimId: z.uuid().nullable(),
  textVersion: z.number().nullable(),
  at: z.number().nullable(),
});
export type Presence = z.output<typeof presenceView>;
