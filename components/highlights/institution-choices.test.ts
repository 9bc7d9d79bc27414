import { describe, expect, it } from 'vitest';
import { indexNames } from '@/lib/entities/matching';
import { institutionChoices } from './institution-choices';

const entities = [
  { id: 'border', type: 'organisation', name: 'Border service', aliases: ['State Border Committee'] },
  { id: 'crossing', type: 'place', name: 'Border crossing', aliases: [] },
  { id: 'vessel', type: 'vessel', name: 'Harbour guard', aliases: [] },
  { id: 'officer', type: 'unnamed-source', name: 'a border officer', aliases: [] },
];
const linesFor = (typed: string) => {
  const { list, first } = institutionChoices(typed, entities, indexNames(entities));
  return { keys: list.map(({ key }) => key), marked: list[first]?.key ?? null, last: list.at(-1) };
};

describe('of which body an unnamed source is', () => {
  it('are organisations, and the words as a new one; nothing that is only like it is marked', () => {
    const { keys, marked, last } = linesFor('border');
    expect(keys).toEqual(['border', 'new-organisation']);
    expect(marked).toBeNull();
    expect(last).toMatchObject({ label: 'border', detail: 'New organisation' });
  });

  it('is the organisation that is called so, by any of its names', () => {
    expect(linesFor('border Service').marked).toBe('border');
    expect(linesFor('State Border Committee').marked).toBe('border');
  });

  it('is a new organisation where nothing is like it, and nothing where nothing is typed', () => {
    expect(linesFor('Weavers of Orda')).toMatchObject({ keys: ['new-organisation'], marked: 'new-organisation' });
    expect(linesFor('  ')).toMatchObject({ keys: [], marked: null });
  });

  it('offers another type only under exactly its name', () => {
    expect(linesFor('Harbour guard').keys).toEqual(['vessel', 'new-organisation']);
    expect(linesFor('Harbour').keys).toEqual(['new-organisation']);
    expect(linesFor('a border officer').keys).not.toContain('officer');
  });
});
