import { expect, it } from 'vitest';
import { keeping } from './kept';

it('reckons once while nothing happens, and anew when something did, for each by themselves', async () => {
  const kept = keeping<string>();
  const reckoned: string[] = [];
  const ask = (who: string, head: number) =>
    kept.of(who, head, async () => {
      reckoned.push(`${who} ${head}`);
      return `${who} ${head}`;
    });
  expect([
    await ask('Ana', 1),
    await ask('Ana', 1),
    await ask('Otto', 1),
    await ask('Ana', 2),
    await ask('Ana', 2),
  ]).toEqual(['Ana 1', 'Ana 1', 'Otto 1', 'Ana 2', 'Ana 2']);
  expect(reckoned).toEqual(['Ana 1', 'Otto 1', 'Ana 2']);
});

it('keeps no answer of a read that failed, and no more than 500', async () => {
  const kept = keeping<number>();
  const fails = () => Promise.reject(new Error('down'));
  await expect(kept.of('Ana', 1, fails)).rejects.toThrow('down');
  expect(await kept.of('Ana', 1, async () => 7)).toBe(7);
  for (let n = 0; n < 500; n += 1) await kept.of(`${n}`, 1, async () => n);
  expect(await kept.of('Ana', 1, async () => 8)).toBe(8);
  expect(await kept.of('499', 1, async () => -1)).toBe(499);
});
