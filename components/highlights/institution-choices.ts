import { fold } from '@/lib/entities/folding';
import type { NamedEntity, NameIndex } from '@/lib/entities/matching';
import { entityChoices, oneLine, type Choices } from './choices';

/**
 * Bodies that typed words name: organisations, whatever else is called exactly so, and the words as a new organisation. Enter takes what
 * is called so, or the new one where nothing is like it: a likeness is for whoever typed to see, and nothing is marked (`first` is -1).
 */
export function institutionChoices(typed: string, entities: readonly NamedEntity[], index: NameIndex): Choices {
  const words = oneLine(typed);
  if (words === '') return { list: [], first: -1 };
  const called = ({ name, aliases }: NamedEntity) => [name, ...aliases].some((one) => fold(one) === fold(words));
  const bodies = entities.filter(
    (entity) => entity.type === 'organisation' || (entity.type !== 'unnamed-source' && called(entity)),
  );
  const ids = new Set(bodies.map(({ id }) => id));
  const spellings = index.spellings.filter(({ entity }) => ids.has(entity.id));
  const { list } = entityChoices({ quote: '', typed }, bodies, { spellings }, ['organisation']);
  const exact = bodies.filter((one) => one.type === 'organisation' && called(one)).map(({ id }) => id);
  if (exact.length === 1) return { list, first: list.findIndex(({ key }) => key === exact[0]) };
  return { list, first: list.length === 1 ? 0 : -1 };
}
