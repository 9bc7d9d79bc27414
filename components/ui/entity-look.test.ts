import { expect, it } from 'vitest';
import { entityLook } from './entity-look';

it('tells the five types apart by letter and by colour', () => {
  const looks = ['person', 'organisation', 'place', 'event', 'unnamed-source'].map(entityLook);
  expect(new Set(looks.map((look) => look.letter)).size).toBe(5);
  expect(new Set(looks.map((look) => look.tone)).size).toBe(5);
});

it('gives a type that a project added its own first letter', () => {
  expect(entityLook('weapon-system')).toEqual({ letter: 'W', tone: 'other', word: 'Weapon system' });
  expect(entityLook('')).toMatchObject({ letter: '?', tone: 'other' });
});
