import { expect, it } from 'vitest';
import { Turns } from './turns';

it('never runs more at a time than it may, and all of them in order', async () => {
  const turns = new Turns(2);
  let running = 0;
  const most: number[] = [];
  const begun: number[] = [];
  await new Promise<void>((done) => {
    const jobs = Array.from({ length: 20 }, (_, index) => async () => {
      begun.push(index);
      most.push((running += 1));
      await new Promise((go) => setTimeout(go, 1));
      running -= 1;
      if (index === 19) done();
    });
    turns.add(...jobs);
  });
  expect(Math.max(...most)).toBe(2);
  expect(begun).toEqual(Array.from({ length: 20 }, (_, index) => index));
});
