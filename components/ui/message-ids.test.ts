import { expect, it } from 'vitest';
import { messageIds, STAYS } from './message-ids';

it('changes a message of the same key in its place as long as it is surely there', () => {
  const { next } = messageIds();
  const first = next('saved', 0);
  expect(first.leaves).toBeNull();
  expect(next('saved', 3000)).toEqual({ id: first.id, leaves: null });
  // The change began its time anew.
  expect(next('saved', 3000 + STAYS - 2000)).toEqual({ id: first.id, leaves: null });
});

it.each([STAYS - 500, STAYS, STAYS + 100, 60_000])('makes a new message where the one before ends: %i ms', (later) => {
  const { next } = messageIds();
  const first = next('saved', 0);
  const second = next('saved', later);
  expect(second.id).not.toBe(first.id);
  expect(second.leaves).toBe(first.id);
});

it('keeps messages of different keys, and those that stay, apart', () => {
  const { next } = messageIds();
  const problem = next('signed-out', 0, Infinity);
  expect(next('saved', 1).id).not.toBe(problem.id);
  expect(next('signed-out', 1e9, Infinity)).toEqual({ id: problem.id, leaves: null });
});

it('makes a new message after one that was sent away, or whose action was pressed', () => {
  const { next, end } = messageIds();
  const first = next('saved', 0);
  end('saved');
  expect(next('saved', 50).id).not.toBe(first.id);
  end('never shown');
});
