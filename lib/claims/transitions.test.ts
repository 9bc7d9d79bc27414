import fc from 'fast-check';
import { expect, it } from 'vitest';
import { claimStatuses, type ClaimStatus } from './claim';
import { statusOf, storedStatus } from './status';
import { actions, allowed, type ClaimAction } from './transitions';

const walk = fc.array(fc.constantFrom(...actions), { maxLength: 30 });

/** Where a claim ends that starts as a draft; what is not allowed does nothing. */
function end(steps: readonly ClaimAction[]): ClaimStatus {
  let at: ClaimStatus = 'draft';
  for (const action of steps) at = allowed(at, action) ?? at;
  return at;
}

it('leads from draft through review to a verdict, and back', () => {
  expect(end(['submit'])).toBe('in-review');
  expect(end(['submit', 'approve'])).toBe('approved');
  expect(end(['submit', 'reject'])).toBe('rejected');
  expect(end(['submit', 'send-back'])).toBe('draft');
  expect(end(['submit', 'reject', 'reopen'])).toBe('draft');
  expect(end(['submit', 'approve', 'edit'])).toBe('stale');
  expect(end(['submit', 'approve', 'go-stale', 'recover'])).toBe('approved');
  expect(end(['submit', 'approve', 'withdraw'])).toBe('in-review');
});

it('never approves what nobody submitted', () => {
  fc.assert(
    fc.property(walk, (steps) => {
      const at = end(steps.filter((action) => action !== 'submit' && action !== 'withdraw'));
      expect(at).toBe('draft');
    }),
  );
});

it('an edited claim is never an approved one', () => {
  fc.assert(fc.property(walk, (steps) => end([...steps, 'edit']) !== 'approved'));
});

it('a claim that nobody approved cannot go stale', () => {
  fc.assert(
    fc.property(walk, (steps) => {
      if (!steps.includes('approve')) expect(['approved', 'stale']).not.toContain(end(steps));
    }),
  );
});

it('no status is a dead end, and each can be reached', () => {
  const reached = new Set<ClaimStatus>(['draft']);
  for (const from of reached) for (const action of actions) reached.add(allowed(from, action) ?? from);
  expect([...reached].sort()).toEqual([...claimStatuses].sort());
  for (const from of claimStatuses)
    expect(actions.some((action) => (allowed(from, action) ?? from) !== from)).toBe(true);
});

it('spells a status for the database and back', () => {
  for (const one of claimStatuses) expect(statusOf(storedStatus(one))).toBe(one);
  expect(storedStatus('in-review')).toBe('inReview');
});
