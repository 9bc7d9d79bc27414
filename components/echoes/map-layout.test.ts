import { expect, it } from 'vitest';
import { pairWords, sourceOf, stateOf, type Pair } from './echo-words';
import { apartFrom, layoutMap } from './map-layout';

const pair = (a: string, b: string, more: Partial<Pair> = {}): Pair => ({
  a,
  b,
  echoes: 1,
  words: 89,
  undecided: 0,
  derivedFromA: 0,
  derivedFromB: 0,
  commonOrigin: 0,
  independent: 0,
  first: null,
  ...more,
});

it('puts articles that share words one below the other, with an arc for each pair, and leaves the others out', () => {
  const { rows, arcs } = layoutMap(
    ['p', 'q', 'r', 's'],
    [pair('p', 'r', { undecided: 1 }), pair('r', 's', { derivedFromA: 1 })],
  );
  expect(rows.map(({ id }) => id)).toEqual(['p', 'r', 's']);
  expect(arcs.map(({ state, from, to }) => [state, from < to])).toEqual([
    ['undecided', true],
    ['derived', true],
  ]);
});

it('tells the articles that share nothing', () => {
  const articles = ['p', 'q', 'r', 's'].map((id) => ({ id }));
  expect(apartFrom({ articles, pairs: [pair('p', 'r')] })).toEqual([{ id: 'q' }, { id: 's' }]);
});

it('is laid out for five hundred articles at once', () => {
  const ids = Array.from({ length: 500 }, (_, nth) => String(nth));
  const pairs = ids.slice(1).map((id, nth) => pair(ids[nth >> 1]!, id, { undecided: 1 }));
  const { rows, arcs, height } = layoutMap(ids, pairs);
  expect([rows.length, arcs.length]).toEqual([500, 499]);
  expect(height).toBeLessThan(500 * 30);
});

it('says a line in words, with the source that was decided or that the dates propose', () => {
  const title = (id: string) => id.toUpperCase();
  expect(pairWords(pair('p', 'q', { undecided: 1, first: 'q' }), title)).toBe(
    '“Q” and “P” share 89 words in 1 passage: undecided; by the dates from the first to the second.',
  );
  expect(pairWords(pair('p', 'q', { derivedFromA: 1 }), title)).toBe(
    '“P” and “Q” share 89 words in 1 passage: from the first to the second.',
  );
  expect(pairWords(pair('p', 'q', { commonOrigin: 2, echoes: 2 }), title)).toBe(
    '“P” and “Q” share 89 words in 2 passages: common origin.',
  );
  expect([
    stateOf(pair('p', 'q', { independent: 1 })),
    sourceOf(pair('p', 'q', { independent: 1, first: 'p' })),
  ]).toEqual(['independent', null]);
});
