import { expect, it } from 'vitest';
import { turns } from './turns';

it('never runs more than its number at once, whenever somebody comes', async () => {
  const inTurn = turns(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const job = (index: number) =>
    inTurn(async () => {
      most = Math.max(most, ++running);
      order.push(index);
      for (let step = 0; step <= index % 3; step++) await null;
      running--;
      if (index % 7 === 0) throw new Error('This one fails.');
    });
  const all: Promise<void>[] = [];
  for (let index = 1; index <= 60; index++) {
    all.push(job(index));
    // Some come while a turn changes hands.
    for (let step = 0; step < index % 5; step++) await null;
  }
  const outcomes = await Promise.allSettled(all);
  expect(most).toBe(2);
  expect(order).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(8);
});
