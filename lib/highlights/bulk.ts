import { z } from 'zod';
import { id, text, whole } from '@/lib/core/words';
import { highlightInput, tagChange } from './highlight';

/** More rows than this are no one write. */
const MOST = 5000;
const few = (rows: number) => rows <= MOST;
const tooMany = `At most ${MOST} in one write.`;

/** Many places of one article, each with its tags. What is made in the same write is made once, however often it is named. */
export const highlightsInput = z
  .strictObject({ items: z.array(highlightInput).min(1).max(MOST) })
  .refine(({ items }) => few(items.reduce((sum, { tags = [] }) => sum + tags.length, 0)), tooMany);

/** Where a spelling is to be tagged: the tag's own article, or another one. */
export const repeatInput = z.strictObject({ articleId: id().optional() });

/** Other articles in which a mention's spelling stands untagged, and how often. */
export const elsewhereView = z.object({
  items: z.array(z.object({ articleId: z.uuid(), title: text(), count: z.number() })),
});

/** A thing and the version of it that was seen. */
const seen = z.strictObject({ id: id(), version: whole(1, 2 ** 31 - 1) });
export type Seen = z.output<typeof seen>;
const distinct = (items: readonly Seen[]): boolean => new Set(items.map((one) => one.id)).size === items.length;

const changed = seen.extend({
  change: tagChange.pick({ entityId: true, claimId: true, stance: true, confidence: true }),
});

/** A change for each of several tags: the same for all when they are changed, each its own when that is undone. */
export const tagsChange = z.strictObject({
  items: z.array(changed).min(1).max(MOST).refine(distinct, 'A tag is named twice.'),
});
export type TagChangeRow = z.output<typeof changed>;

/** Several tags, and highlights that carry none. */
export const tagsAndHighlights = z
  .strictObject({
    tags: z.array(seen).refine(distinct, 'A tag is named twice.'),
    highlights: z.array(seen).refine(distinct, 'A highlight is named twice.'),
  })
  .refine(({ tags, highlights }) => tags.length + highlights.length > 0, 'Nothing is named.')
  .refine(({ tags, highlights }) => few(tags.length + highlights.length), tooMany);
