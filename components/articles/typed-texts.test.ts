import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const here = { what: 'correction', userId: 'ines', id: 'article' } as const;
let kept: Map<string, string>;
/** As far as this goes, the storage takes nothing more. */
let room: number;

beforeEach(() => {
  kept = new Map();
  room = Infinity;
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(name, text);
    },
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** The page is loaded anew: what scripts remember is gone. */
async function load() {
  vi.resetModules();
  return import('./typed-texts');
}

it('a text is there again after the page was loaded anew, for who typed it and at its place alone', async () => {
  const { keepTyped } = await load();
  keepTyped(here, 'The mill burned.');
  const { typedAt } = await load();
  expect(typedAt(here)).toBe('The mill burned.');
  expect(typedAt({ ...here, userId: 'ruth' })).toBe('');
  expect(typedAt({ ...here, id: 'another' })).toBe('');
  expect(typedAt({ ...here, what: 'reason' })).toBe('');
});

it('what was saved is forgotten, what was typed meanwhile is not', async () => {
  const { keepTyped, forgetTyped, typedAt } = await load();
  keepTyped(here, 'The mill burned at four.');
  forgetTyped(here, 'The mill burned.');
  expect(typedAt(here)).toBe('The mill burned at four.');
  forgetTyped(here, 'The mill burned at four.');
  expect(typedAt(here)).toBe('');
  expect(kept.size).toBe(0);
});

it('a storage that is full or switched off refuses silently: the text lives as long as the page', async () => {
  const { keepTyped, typedAt } = await load();
  room = 10;
  keepTyped(here, 'Longer than there is room for.');
  expect(typedAt(here)).toBe('Longer than there is room for.');
  vi.unstubAllGlobals();
  keepTyped(here, 'As long as an article.');
  expect(typedAt(here)).toBe('As long as an article.');
  expect((await load()).typedAt(here)).toBe('');
});

it('tells what shows it', async () => {
  const { keepTyped, onTyped } = await load();
  const told = vi.fn();
  const stop = onTyped(told);
  keepTyped(here, 'a');
  stop();
  keepTyped(here, 'ab');
  expect(told).toHaveBeenCalledTimes(1);
});
