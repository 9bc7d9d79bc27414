import { expect, it } from 'vitest';
import { mayPass } from './may-pass';

it('offers another try for what may pass at it, and for nothing else', () => {
  expect(['invalid', 'too-large', 'forbidden', 'not-found'].filter((code) => mayPass(code))).toEqual([]);
  expect(
    ['offline', 'busy', 'full', 'rate-limited', 'internal', 'unauthenticated'].every((code) => mayPass(code)),
  ).toBe(true);
  // A server that did not answer may answer the next time.
  expect(mayPass('invalid', true)).toBe(true);
});
