import { fold } from './folding';
import type { SuggestionRefusal } from './suggestion';

// Apart from the schemas, which the reader's page and its worker do without.

/** What is refused: spellings that fold alike are one name. `target` is an entity's id or, without one, a type. */
export const pairOf = (name: string, target: string): string => `${target} ${fold(name)}`;

/** The pairs of a list of refusals, to be asked by `pairOf`. */
export const refusedPairs = (refusals: readonly SuggestionRefusal[]): ReadonlySet<string> =>
  new Set(refusals.map(({ name, entity, type }) => pairOf(name, entity?.id ?? type ?? '')));
