import { expect, it, vi } from 'vitest';
import { fetchTheRest, late } from './late';

it('comes once, and is fetched again where it could not come', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('menu');
  const piece = late(load, { atRest: false });
  const told = vi.fn();
  piece.subscribe(told);
  await expect(piece.fetch()).rejects.toThrow('offline');
  expect([piece.read(), told.mock.calls.length]).toEqual([null, 0]);
  expect(await Promise.all([piece.fetch(), piece.fetch()])).toEqual(['menu', 'menu']);
  expect([piece.read(), told.mock.calls.length, load.mock.calls.length]).toEqual(['menu', 1, 2]);
});

it('fetches what nobody has asked for once the page rests, also what is named later, and goes on where one cannot come', async () => {
  const gone = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('late');
  const [first, kept, last] = [late(gone), late(async () => 'never', { atRest: false }), late(async () => 'hint')];
  await fetchTheRest();
  expect([first.read(), kept.read(), last.read()]).toEqual([null, null, 'hint']);
  const after = late(async () => 'dialog');
  await expect.poll(() => after.read()).toBe('dialog');
  // The network is back.
  await fetchTheRest();
  expect(first.read()).toBe('late');
});
