import { expect, it } from 'vitest';
import { entityLook, hatch, hatchingSheet } from './entity-look';

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

it('hatches the first eight types that a project adds in eight ways, and changes none when another comes', () => {
  const types = ['ship', 'law', 'barge', 'x', 'rowing-boat', 'web', 'site', 'tank', 'ninth'];
  const ways = (some: string[]) => hatchingSheet(some).slice(':root{'.length, -1).split(';');
  const patterns = ways(types).map((line) => line.split(/:(.*)/)[1]);
  expect(new Set(patterns.slice(0, 8)).size).toBe(8);
  expect(patterns[8]).toBe(hatch(0));
  expect(ways(types).slice(0, 3)).toEqual(ways(types.slice(0, 3)));
  for (const [nth, type] of types.entries())
    expect(entityLook(type).pattern).toBe(`var(${ways(types)[nth]!.split(':')[0]},none)`);
  expect(hatchingSheet(['x}body{display:none', 'law'])).toBe(`:root{--hatching-law:${hatch(1)}}`);
});
