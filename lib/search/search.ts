import { z } from 'zod';
import { id, text, whole, words } from '@/lib/core/words';
import { searchKinds } from './kinds';

export const searchFilter = z.strictObject({
  q: words(200),
  in: z.enum(searchKinds).optional(),
  limit: z.coerce.number().pipe(whole(1, 50)).default(6), // of each kind
});

export const nameFilter = z.strictObject({ name: words(300), exceptArticle: id().optional() });
/** How often a name stands in the current texts of articles: in how many, and in how many places altogether. */
export const nameCounts = z.object({ articles: z.number(), places: z.number() });

/** One thing found. `href` opens it, an article at the words. */
export const searchHit = z.object({
  kind: z.enum(searchKinds),
  id: z.uuid(),
  label: text(), // the title, name or statement; of a comment, what its thread is about
  language: text().nullable(), // of an article: what its title and its words are in, where it says it
  detail: text().nullable(), // an entity's type, an article's publisher, a claim's status
  excerpt: z.object({ before: text(), words: text(), after: text() }).nullable(), // of an entity: the other name that fits
  href: text(),
});
export type SearchHit = z.output<typeof searchHit>;
