import { z } from 'zod';
import { id, moment, person, words, text } from '@/lib/core/words';
import { entityInput, entityRef } from './entity';

// A suggestion lives in the browser alone: a name in an article, and the entity that it would be tagged with. Only its refusal is
// kept. Until somebody accepts it there is no tag, so nothing of it counts, is exported or corroborates.

const name = words(300);

/** A name that is not to be suggested again: for one entity, or, found without one, for a type. */
export const refusalInput = z.union([
  z.strictObject({ name, entityId: id() }),
  z.strictObject({ name, type: entityInput.shape.type }),
]);
export type RefusalInput = z.input<typeof refusalInput>;

export const refusalIds = z.strictObject({ ids: z.array(id()).min(1).max(500) });

export const refusalView = z.object({
  id: z.uuid(),
  name: text(), // as it was refused
  entity: entityRef.nullable(),
  type: text().nullable(), // of a name that was found without an entity
  by: person,
  at: moment(),
});
export type SuggestionRefusal = z.output<typeof refusalView>;
export const refusalList = z.object({ items: z.array(refusalView) });
