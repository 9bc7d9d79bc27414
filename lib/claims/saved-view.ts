import { z } from 'zod';
import { exactText, id, moment, person, text, words } from '@/lib/core/words';
import { claimFilter, claimStatuses } from './claim';
import { restings } from './resting';

const { mine, sort } = claimFilter.shape;

/** What a view narrows the list of claims to: the filters of the list, as it has them in its address. */
export const viewFilters = z.strictObject({
  q: exactText(200).optional(),
  status: z.enum(claimStatuses).optional(),
  mine,
  entityId: id().optional(),
  rests: z.array(z.enum(restings)).min(1).max(restings.length).optional(),
  sort: sort.unwrap().optional(),
});
export type ViewFilters = z.output<typeof viewFilters>;

export const viewInput = z.strictObject({ name: words(80), filters: viewFilters, shared: z.boolean().default(false) });
export const viewChange = z.strictObject({
  name: words(80).optional(),
  filters: viewFilters.optional(),
  shared: z.boolean().optional(),
});

export const savedView = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  name: text(),
  filters: viewFilters,
  shared: z.boolean(), // with everybody in the project
  creator: person,
  version: z.number(),
  updatedAt: moment(),
});
export type SavedView = z.output<typeof savedView>;
