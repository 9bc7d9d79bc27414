import { expect, it } from 'vitest';
import { entityLook, hatch } from './entity-look';

it('tells the five types apart by letter and by colour', () => {
  const looks = ['person', 'organisation', 'place', 'event', 'unnamed-source'].map(entityLook);
  expect(new Set(looks.map((look) => look.letter)).size).toBe(5);
  expect(new Set(looks.map((look) => look.tone)).size).toBe(5);
});

it('gives a type that a project added two letters and a hatching of its own', () => {
  const looks = ['weapon-system', 'website', 'vessel', 'law', 'x'].map(entityLook);
  expect(looks.map(({ letter }) => letter)).toEqual(['WS', 'We', 'Ve', 'La', 'X']);
  expect(looks.every(({ tone, pattern }) => tone === 'other' && pattern !== null)).toBe(true);
  expect(entityLook('weapon-system')).toMatchObject({ word: 'Weapon system' });
  expect(entityLook('website').pattern).not.toBe(entityLook('weapon-system').pattern);
  expect(entityLook('')).toMatchObject({ letter: '?', tone: 'other' });
});

it('hatches in eight ways', () => {
  const ways = new Set(Array.from({ length: 8 }, (_, nth) => hatch(nth, 'red')));
  expect(ways.size).toBe(8);
  const types = Array.from({ length: 200 }, (_, nth) => entityLook(`type-${nth}`).pattern);
  expect(new Set(types).size).toBe(8);
});
