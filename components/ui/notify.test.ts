import { expect, it, vi } from 'vitest';
import { dismissUnsaid, library, notify, notifyProblem, readUnsaid } from './notify';

const said: string[] = [];
const network = vi.hoisted(() => ({ gone: true }));
vi.mock('./messages', () => ({
  say: (message: string) => said.push(message),
  sayProblem: (message: string) => said.push(`! ${message}`),
}));
vi.mock('./late', async (original) => {
  const { late } = await original<typeof import('./late')>();
  const load = async (way: () => Promise<unknown>) => {
    if (network.gone) throw new Error('offline');
    return way();
  };
  return { late: (way: () => Promise<unknown>) => late(() => load(way)) };
});

it('keeps what it cannot say yet, shows it plainly while the network is gone, and says it once when the library has come', async () => {
  notify('Saved', { key: 'saved' });
  notifyProblem('Not saved');
  // It is under way: nothing has to be shown without it.
  expect(readUnsaid()).toEqual([]);
  await expect.poll(() => readUnsaid().map(({ message }) => message)).toEqual(['Saved', 'Not saved']);
  notify('Saved again', { key: 'saved' });
  expect(readUnsaid().map(({ message }) => message)).toEqual(['Not saved', 'Saved again']);
  dismissUnsaid(readUnsaid()[0]!);
  network.gone = false;
  await expect.poll(() => library.fetch().then(Boolean, () => false)).toBe(true);
  expect([said, readUnsaid()]).toEqual([['Saved again'], []]);
  notify('Written');
  expect(said).toEqual(['Saved again', 'Written']);
});
