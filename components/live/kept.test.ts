import { expect, it } from 'vitest';
import { Problem } from '@/lib/api/client';
import { problemShown } from './kept';

const problem = (code: string, status: number) => new Problem(code, status, 'Said so.');

it.each([
  ['offline', 0, true],
  ['unavailable', 503, true],
  ['unauthenticated', 401, true],
  ['not-found', 404, false],
  ['forbidden', 403, false],
])('after %s what was read before stays in sight: %s %s', (code, status, stays) => {
  const error = problem(code, status);
  expect(problemShown(error, true)).toBe(stays ? null : error);
  expect(problemShown(error, false)).toBe(error);
  expect(problemShown(null, true)).toBeNull();
});
