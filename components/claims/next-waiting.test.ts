import { expect, it } from 'vitest';
import { nextWaiting } from './next-waiting';

it('goes down the line, past what was decided meanwhile', () => {
  expect(nextWaiting(['a', 'b', 'c'], ['a', 'b', 'c'], 'a')).toBe('b');
  expect(nextWaiting(['a', 'b', 'c', 'd'], ['a', 'd'], 'b')).toBe('d');
});

it('begins again after the last, for what was passed over', () => {
  expect(nextWaiting(['a', 'b', 'c'], ['a', 'b'], 'c')).toBe('a');
  expect(nextWaiting(['a', 'b'], ['b'], 'b')).toBeNull();
});

it('begins at the first on a claim that never stood in the line', () => {
  expect(nextWaiting([], ['a', 'b'], 'x')).toBe('a');
  expect(nextWaiting([], [], 'x')).toBeNull();
});
