import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, oneLetterOff } from './folding';
import { matchEntities, type NamedEntity } from './matching';

const entity = (id: string, name: string, ...aliases: string[]): NamedEntity => ({ id, type: 'person', name, aliases });
const project = [
  entity('commander', 'Mahdi Arsalon', 'Muhammad Sharipov'),
  entity('group', 'Jamaat Ansarullah', 'Ansorullo'),
  entity('radio', 'Radio Free Europe/Radio Liberty'),
  entity('un', 'UN'),
  entity('city', 'Sana’a'),
  entity('network', 'Al-Qaeda'),
  entity('unit', 'Unit 731'),
];
const first = (words: string) => matchEntities(words, project).candidates[0];
const preselected = (words: string) => matchEntities(words, project).preselect;

describe('folding a name', () => {
  it.each([
    ['ÉCOLE Étrange', 'ecole etrange'],
    ['O’Brien', 'obrien'],
    ["O'Brien", 'obrien'],
    ['Al‑Qaeda – North', 'al qaeda north'],
    ['Kuf\u00a0Ab', 'kuf ab'],
    ['Łódź, Ærø', 'lodz, aero'],
    ['Ёлкин', 'елкин'],
    ['مُحَمَّد', 'محمد'],
    ['हिन्दी', 'हिन्दी'],
  ])('%s → %s', (name, folded) => expect(fold(name)).toBe(folded));

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(fold(fold(name))).toBe(fold(name));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a name in another script', () => {
  it.each([
    ['Мухаммад Шарипов', 'commander'],
    ['Махди Арсалон', 'commander'],
    ['Ансорулло', 'group'],
  ])('%s is offered, and never taken unasked', (words, id) => {
    expect(first(words)).toMatchObject({ id, reason: 'other script' });
    expect(preselected(words)).toBeNull();
  });

  it('is found the other way round, and others are not', () => {
    const cyrillic = [entity('1', 'Мухаммад Шарипов'), entity('2', 'Рустам Каримов')];
    expect(matchEntities('Muhammad Sharipov', cyrillic).candidates.map(({ id }) => id)).toEqual(['1']);
    expect(first('Рустам Каримов')).toBeUndefined();
  });
});

describe('one letter off', () => {
  it('is exactly one letter left out, put in, replaced or swapped, either way round', () => {
    const letter = fc.constantFrom('a', 'b', 'c');
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const edits = new Set<string>();
        for (let at = 0; at <= a.length; at += 1) {
          edits.add(a.slice(0, at) + a.slice(at + 1));
          edits.add(a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2));
          for (const put of 'abc') {
            edits.add(a.slice(0, at) + put + a.slice(at));
            edits.add(a.slice(0, at) + put + a.slice(at + 1));
          }
        }
        edits.delete(a);
        expect(oneLetterOff(a, b)).toBe(edits.has(b));
        expect(oneLetterOff(b, a)).toBe(edits.has(b));
      }),
      { numRuns: 1000 },
    );
  });

  it('is no digit', () => expect(oneLetterOff('unit 731', 'unit 732')).toBe(false));
});

describe('matching selected words', () => {
  it.each([
    ['Mahdi Arsalon', 'commander', 'exact', 'Mahdi Arsalon'],
    ['Muhammad Sharipov', 'commander', 'alias', 'Muhammad Sharipov'],
    ['mahdi\u00a0ÁRSALON', 'commander', 'folded', 'Mahdi Arsalon'],
    ['Mahdi Arsalon’s', 'commander', 'folded', 'Mahdi Arsalon'],
    ['“Jamaat Ansarullah”', 'group', 'folded', 'Jamaat Ansarullah'],
    ['the Jamaat Ansarullah', 'group', 'folded', 'Jamaat Ansarullah'],
    ['Al Qaeda', 'network', 'folded', 'Al-Qaeda'],
    ["Sana'a", 'city', 'folded', 'Sana’a'],
    ['Mahdi Arsalan', 'commander', 'one letter off', 'Mahdi Arsalon'],
    ['Ansorulo', 'group', 'one letter off', 'Ansorullo'],
    ['Muhammad Sharifov', 'commander', 'one letter off', 'Muhammad Sharipov'],
    ['Mehdi Arsolon', 'commander', 'one letter off in each word', 'Mahdi Arsalon'],
    ['JA', 'group', 'initials', 'Jamaat Ansarullah'],
    ['RFE/RL', 'radio', 'initials', 'Radio Free Europe/Radio Liberty'],
    ['U.N.', 'un', 'folded', 'UN'],
    ['United Nations', 'un', 'initials', 'UN'],
    ['M. Arsalon', 'commander', 'initials', 'Mahdi Arsalon'],
    ['Arsalon', 'commander', 'part of name', 'Mahdi Arsalon'],
    ['the commander Mahdi Arsalon', 'commander', 'part of name', 'Mahdi Arsalon'],
  ])('%s → %s: %s', (words, id, reason, matched) => {
    expect(first(words)).toMatchObject({ id, reason, matched });
  });

  it('offers nothing for words that fit no name', () => {
    for (const words of ['the', 'of', 'five districts', ' ', '…', 'Unit 732']) expect(first(words)).toBeUndefined();
  });

  it('preselects what fits alone: exact before folded before near', () => {
    expect(preselected('Mahdi Arsalon')).toBe('commander');
    expect(preselected('Mahdi Arsalan')).toBe('commander');
    expect(preselected('JA')).toBe('group');
    const alike = [...project, entity('other', 'Mahdi Arsolon')];
    expect(matchEntities('Mahdi Arsalon', alike).preselect).toBe('commander');
  });

  it('preselects none of two near look-alikes, and none for a part of a name', () => {
    const alike = [...project, entity('other', 'Mahdi Arsalin'), entity('namesake', 'Arsala', 'Jamaat Ansarullah')];
    expect(matchEntities('Mahdi Arsalan', alike).preselect).toBeNull();
    expect(matchEntities('Jamaat Ansarullah', alike).preselect).toBeNull();
    expect(preselected('Arsalon')).toBeNull();
    expect(preselected('Mehdi Arsolon')).toBeNull();
  });

  it('lists each entity once, best first, whatever the order of the list', () => {
    const name = fc.array(fc.constantFrom('Arsa', 'Arso', 'Kuf', 'Ab', 'JA', 'of', 'É'), {
      minLength: 1,
      maxLength: 3,
    });
    const list = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(list, name, (names, words) => {
        const entities = names.map(([own = [], ...others], index) =>
          entity(`e${index}`, own.join(' '), ...others.map((one) => one.join(' '))),
        );
        const text = words.join(' ');
        const found = matchEntities(text, entities);
        expect(matchEntities(text, [...entities].reverse())).toEqual(found);
        expect(new Set(found.candidates.map(({ id }) => id)).size).toBe(found.candidates.length);
        const scores = found.candidates.map(({ score }) => score);
        expect([...scores].sort((a, b) => b - a)).toEqual(scores);
        const exact = entities.filter((one) => [one.name, ...one.aliases].includes(text));
        if (exact.length) expect(found.preselect).toBe(exact.length === 1 ? exact[0]?.id : null);
      }),
    );
  });
});
