import { describe, expect, it } from 'vitest';
import { indexStatements } from '@/lib/claims/similar';
import { indexNames } from '@/lib/entities/matching';
import {
  againFirst,
  claimChoices,
  entityChoices,
  likelyFirst,
  notAgain,
  offerFor,
  readsAsName,
  typesOf,
} from './choices';

const entities = [
  { id: 'mahdi', type: 'person', name: 'Mahdi Arsalon', aliases: ['Arsalon'] },
  { id: 'darvoz', type: 'place', name: 'Darvoz', aliases: [] },
  { id: 'darwaz', type: 'place', name: 'Darwaz', aliases: [] },
];
const names = indexNames(entities);
const types = typesOf(entities);

describe('what is offered for words', () => {
  it('is the entity they name beyond doubt, with the reason, and nobody where two look alike', () => {
    expect(offerFor('Arsalon', entities, names)).toMatchObject({ key: 'mahdi', detail: 'known by this name' });
    expect(offerFor('Arsalan', entities, names)?.detail).toBe('one letter off: Arsalon');
    expect(offerFor('Darvaz', entities, names)).toBeNull();
    expect(offerFor('x'.repeat(500), entities, names)).toBeNull();
  });

  it('lists matches, then names that begin so, then the words as something new of each type', () => {
    const { list } = entityChoices({ quote: 'Arsalon', typed: 'dar' }, entities, names, types);
    expect(list.slice(0, 2).map(({ label }) => label)).toEqual(['Darvoz', 'Darwaz']);
    expect(list.slice(2).map(({ detail }) => detail)).toEqual([
      'New person',
      'New organisation',
      'New place',
      'New event',
      'New unnamed source',
    ]);
    expect(list[2]?.target).toEqual({ kind: 'new-entity', type: 'person', name: 'dar' });
    expect(entityChoices({ quote: ' five\n districts ', typed: '' }, [], indexNames([]), types).list[0]?.label).toBe(
      'five districts',
    );
  });
});

describe('what a new name may be', () => {
  const found = [
    { quote: 'Ministry of Health', type: 'organisation' },
    { quote: 'Rasht', type: 'place' },
    { quote: '2010', type: 'date' },
  ];

  it('is first what the article was found to name by these words', () => {
    expect(likelyFirst(types, 'Rasht', found)[0]).toBe('place');
    expect(likelyFirst(types, 'the Ministry\n of Health', found)).toEqual([
      ...['organisation', 'person', 'place', 'event', 'unnamed-source'],
    ]);
    expect(likelyFirst(types, '2010', found)).toEqual(['date', ...types]);
  });

  it('is as always where nothing was found', () => {
    expect(likelyFirst(types, 'Rashtov', found)).toBe(types);
    expect(likelyFirst(types, 'Marasht', found)).toBe(types);
  });
});

describe('what is offered for a claim', () => {
  const claims = [
    { id: 'founded', statement: 'Jamaat Ansarullah was founded in 2006.' },
    { id: 'districts', statement: 'He answers for security in five districts.' },
  ];
  const index = indexStatements(claims);
  const choices = (typed: string, quote = 'words') => claimChoices({ quote, typed }, claims, index);

  it('is the claim that is looked for, first', () => {
    const { list, first } = choices('five dis');
    expect(list[first]?.key).toBe('districts');
    expect(list.at(-1)).toMatchObject({ key: 'new-claim', target: { kind: 'new-claim', statement: 'five dis' } });
  });

  it('stays a new claim when a whole sentence is typed, with its near-equals in view', () => {
    const { list, first } = choices('Jamaat Ansarullah was founded in 2010.');
    expect(list[0]).toMatchObject({ key: 'founded', detail: 'says nearly the same' });
    expect(list[first]?.key).toBe('new-claim');
  });

  it('is close to the words themselves before anything is typed', () => {
    const { list } = choices('', 'was founded in 2006 as Jamaat Ansarullah');
    expect(list.map(({ key }) => key)).toEqual(['founded']);
  });
});

it('what was sent and not answered is tried again first, whatever is known by now', () => {
  const tried = { kind: 'new-entity', type: 'person', name: 'Mahdi Arsalon' } as const;
  const { list, first } = againFirst(
    entityChoices({ quote: 'Mahdi Arsalon', typed: '' }, entities, names, types),
    tried,
  );
  expect(list[first]).toMatchObject({ label: 'Mahdi Arsalon', target: tried });
  expect(list[1]).toMatchObject({ key: 'mahdi' });
});

it('a claim that is cited with these words comes last, and Enter takes another', () => {
  const known = [
    { id: 'two', statement: 'There were two boats.' },
    { id: 'three', statement: 'There were three boats.' },
  ];
  const all = claimChoices({ quote: 'There were two boats', typed: '' }, known, indexStatements(known));
  expect(all.list.map(({ key }) => key)).toEqual(['two', 'three']);
  const { list, first } = notAgain(all, new Set(['two']));
  expect(list.map(({ key }) => key)).toEqual(['three', 'two']);
  expect(list[first]?.key).toBe('three');
  expect(list[1]?.detail).toBe('you cited it with these words');
  const typed = claimChoices({ quote: '', typed: 'There were two boats and a raft.' }, known, indexStatements(known));
  const without = notAgain(typed, new Set(['two']));
  expect(without.list[without.first]?.key).toBe('new-claim');
  expect(notAgain(all, new Set())).toEqual(all);
});

it.each([
  ['Radio Liberty', true],
  ['“Reverse Side of the Medal”', true],
  ['Ministry of Defence', true],
  ['An officer of the border guard', false],
  ['Tajik officials', false],
  ['a man', false],
  ['ضابط في الحدود', false],
])('tells whether %s reads as a name', (words, expected) => expect(readsAsName(words)).toBe(expected));
