import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const here = { userId: 'ines', projectId: 'harbour' };
const file = (key: string, size = 9) => ({ key, name: `${key}.html`, size });
let kept: Map<string, string>;
let page: EventTarget;

beforeEach(() => {
  kept = new Map();
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** The page is loaded anew: what scripts remember is gone. */
async function load() {
  vi.resetModules();
  return import('./arrivals');
}
/** Whether the browser asks before the page is left. */
const asks = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));

it('what was on its way when the page went is named afterwards, to whom it happened alone', async () => {
  const before = await load();
  before.setOut(here, [file('a'), file('b'), { key: 'c', name: 'https://a.example/c', size: null }]);
  before.settle(here, 'a');
  const after = await load();
  expect(after.arrivalsAt(here)).toMatchObject([
    { name: 'b.html', cut: true, words: 'This page was left or loaded anew before it was in. Choose it again.' },
    { name: 'https://a.example/c', cut: true, words: expect.stringMatching(/Fetch it again\.$/) as string },
  ]);
  expect(after.arrivalsAt({ ...here, userId: 'ruth' })).toEqual([]);
  expect(after.arrivalsAt({ ...here, projectId: 'other' })).toEqual([]);
  // Chosen again, or found on the server, it is no longer missing.
  after.setOut(here, [{ ...file('again'), name: 'b.html' }]);
  after.found(here, [{ name: 'https://a.example/c', size: 5 }]);
  expect(after.arrivalsAt(here).map(({ name, cut }) => [name, cut])).toEqual([
    ['https://a.example/c', true],
    ['b.html', false],
  ]);
});

it('what might have been sent again is missing when the page is there again: nothing but the person has the file', async () => {
  const before = await load();
  before.setOut(here, [file('a'), file('b')]);
  for (const key of ['a', 'b'])
    before.refuse(here, { key, name: `${key}.html`, words: 'The server did not answer.', again: true });
  expect(before.arrivalsAt(here)).toMatchObject([{ words: 'The server did not answer.', cut: false }, {}]);
  const after = await load();
  after.found(here, [{ name: 'b.html', size: 9 }]);
  expect(after.arrivalsAt(here)).toMatchObject([{ name: 'a.html', cut: true }]);
});

it('what waits on the server came in, if it is as large', async () => {
  (await load()).setOut(here, [file('a'), file('b')]);
  const { found, arrivalsAt } = await load();
  found(here, [
    { name: 'a.html', size: 9 },
    { name: 'b.html', size: 10 },
  ]);
  expect(arrivalsAt(here).map(({ name }) => name)).toEqual(['b.html']);
});

it('a refusal is there until somebody has read it', async () => {
  const before = await load();
  before.setOut(here, [file('a')]);
  before.refuse(here, { key: 'a', name: 'a.html', words: 'It is damaged.', again: false });
  const after = await load();
  expect(after.arrivalsAt(here)).toMatchObject([{ name: 'a.html', words: 'It is damaged.', cut: false }]);
  after.settle(here, 'a');
  expect((await load()).arrivalsAt(here)).toEqual([]);
  expect(kept.size).toBe(0);
});

it('the browser asks before the page is left while something is on its way, and not after', async () => {
  const { setOut, settle, refuse } = await load();
  expect(asks()).toBe(false);
  setOut(here, [file('a'), file('b')]);
  settle(here, 'a');
  expect(asks()).toBe(true);
  refuse(here, { key: 'b', name: 'b.html', words: 'No.', again: false });
  expect(asks()).toBe(false);
});
