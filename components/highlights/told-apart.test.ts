import { expect, it } from 'vitest';
import { indexNames } from '@/lib/entities/matching';
import { entityChoices } from './choices';
import { toldApart, withTold, type Told } from './told-apart';

const entities = [
  { id: 'north', type: 'place', name: 'Kalon', aliases: [] },
  { id: 'south', type: 'place', name: 'Kalan', aliases: [] },
  { id: 'unit', type: 'organisation', name: 'Kalon', aliases: [] },
];
const thing = (id: string) => ({ id, label: `the ${id} one`, type: 'place' });
const told: Told[] = [
  { things: [thing('north'), thing('unit')], sameness: 'maybe', reason: 'The unit is named after it.' },
  { things: [thing('south'), thing('north')], sameness: 'different', reason: 'Two villages.' },
];

it('says of a candidate what is remembered of it and of another that the same words may name', () => {
  const choices = entityChoices({ quote: 'Kalon', typed: '' }, entities, indexNames(entities), ['place']);
  const warnings = Object.fromEntries(withTold(choices, told).list.map(({ key, warning }) => [key, warning]));
  expect(warnings).toEqual({
    north: 'Not the same as “the south one”: Two villages.',
    south: 'Not the same as “the north one”: Two villages.',
    unit: 'May be the same as “the north one”: The unit is named after it.',
    'new-place': undefined,
  });
});

it('says nothing of what these words do not name', () => {
  expect(toldApart('north', ['north'], told)).toBeNull();
  expect(toldApart('north', ['north', 'unit'], told)).toContain('May be the same');
  expect(toldApart('elsewhere', ['north', 'south'], told)).toBeNull();
});
