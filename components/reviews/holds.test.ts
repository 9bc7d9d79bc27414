import { expect, it } from 'vitest';
import { colleaguesOn, sayOn, takenBefore } from './holds';

const ines = { id: 'ines', name: 'Ines' };
const rita = { id: 'rita', name: 'Rita' };
const tomas = { id: 'tomas', name: 'Tomas' };
const on = (by: typeof ines, tagId: string) => ({ by, tagId, claimId: null, since: '' });
const taken = (me: string, ...items: ReturnType<typeof on>[]) => [...takenBefore({ items }, me)];

it('names the colleagues who are on a thing, never oneself', () => {
  const held = colleaguesOn({ items: [on(ines, 'a'), on(rita, 'a'), on(tomas, 'b')] }, 'ines');
  expect([...held]).toEqual([
    ['a', [rita]],
    ['b', [tomas]],
  ]);
  expect([...colleaguesOn(undefined, 'ines')]).toEqual([]);
  expect(sayOn([ines])).toBe('Ines is on this');
  expect(sayOn([ines, rita, tomas])).toBe('Ines, Rita and Tomas are on this');
});

it('of two on the same thing whoever came first stays', () => {
  expect(taken('ines', on(ines, 'a'), on(rita, 'a'))).toEqual([]);
  expect(taken('rita', on(ines, 'a'), on(rita, 'a'))).toEqual(['a']);
});

it('steers past whatever colleagues are on, whenever they came to it', () => {
  expect(taken('ines', on(ines, 'a'), on(rita, 'b'))).toEqual(['b']);
  expect(taken('tomas', on(ines, 'a'), on(rita, 'b'))).toEqual(['a', 'b']);
});
