import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countMoved } from './moved';

const moved = (shown: string, latest: string) => countMoved([...shown], [...latest]);

it('counts what comes in between, goes, or changes places', () => {
  expect(moved('abc', 'abc')).toBe(0);
  expect(moved('abc', 'xabc')).toBe(1);
  expect(moved('abc', 'axbyc')).toBe(2);
  expect(moved('abc', 'ac')).toBe(1);
  expect(moved('abcd', 'dabc')).toBe(1);
  expect(moved('abcd', 'xdac')).toBe(3);
});

it('counts nothing for what is added below, or for a list that was empty', () => {
  expect(moved('abc', 'abcdef')).toBe(0);
  expect(moved('', 'abc')).toBe(0);
});

it('counts something exactly when a row that stays would stand elsewhere, or one goes', () => {
  const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
  fc.assert(
    fc.property(list, list, (shown, latest) => {
      const still = shown.every((id, at) => latest[at] === id);
      expect(countMoved(shown, latest) === 0).toBe(still);
    }),
  );
});
