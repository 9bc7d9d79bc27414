import { expect, it } from 'vitest';
import { absoluteTime, relativeTime } from './moment';

it('writes a moment in UTC, whatever zone it came in', () => {
  expect(absoluteTime('2021-07-28T01:05:00+04:30')).toBe('27 Jul 2021, 20:35 UTC');
  expect(absoluteTime('2021-07-28T01:05:00+04:30', 'date')).toBe('27 Jul 2021');
  expect(absoluteTime('2021-07-28T01:05:00+04:30', 'clock')).toBe('20:35 UTC');
});

it('adds nothing to what is known of a date', () => {
  expect(absoluteTime('2021-07-28')).toBe('28 Jul 2021');
  for (const vague of ['2021-07', 'summer 2021', '2021-13-45', '']) expect(absoluteTime(vague)).toBe(vague);
});

it.each([
  ['2021-07-28T11:59:31Z', 'just now'],
  ['2021-07-28T11:59:00Z', '1 minute ago'],
  ['2021-07-28T09:00:00Z', '3 hours ago'],
  ['2021-07-26T11:00:00Z', '2 days ago'],
  ['2021-07-30T13:00:00Z', 'in 2 days'],
  ['2019-06-01T00:00:00Z', '2 years ago'],
  ['not a date', ''],
])('says how far %s is from now: %s', (iso, words) => {
  expect(relativeTime(iso, Date.UTC(2021, 6, 28, 12))).toBe(words);
});
