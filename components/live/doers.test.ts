import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { noteDoers, othersSoFar, ownJustNow, subscribeDoers } from './doers';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

it('takes what the reader does for just done, for three seconds', () => {
  const told: boolean[] = [];
  const stop = subscribeDoers(() => told.push(ownJustNow()));
  noteDoers(['me'], 'me', false);
  expect(ownJustNow()).toBe(true);
  vi.advanceTimersByTime(2999);
  expect(ownJustNow()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(ownJustNow()).toBe(false);
  expect(told).toEqual([true, false]);
  stop();
});

it('takes nothing for just done that a page is told when it opens, or that a colleague does', () => {
  const before = othersSoFar();
  noteDoers(['me', 'you'], 'me', true);
  noteDoers(['you'], 'me', false);
  expect(ownJustNow()).toBe(false);
  expect(othersSoFar() - before).toBe(2);
});
