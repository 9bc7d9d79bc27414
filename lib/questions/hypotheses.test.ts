import { expect, it } from 'vitest';
import { differ, ranked, weightOf } from './hypotheses';

const weights = new Map([
  ['t1', 1],
  ['t2', 0.2],
  ['t3', 0.6],
]);
const cell = (answerId: string, tagId: string, reading: 'consistent' | 'inconsistent' | 'neutral') => ({
  ...{ answerId, tagId, reading },
  analyst: { id: tagId, name: tagId },
});

it('ranks by what speaks against an answer, not by what supports it', () => {
  const cells = [
    ...['t1', 't2', 't3'].map((tagId) => cell('a', tagId, 'consistent')),
    cell('b', 't1', 'neutral'),
    { ...cell('a', 't1', 'inconsistent') },
  ];
  expect(ranked(['a', 'b', 'c'], cells, weights)).toEqual([
    { answerId: 'b', marked: 1, inconsistent: 0, weighted: 0 },
    { answerId: 'a', marked: 4, inconsistent: 1, weighted: 1 },
    { answerId: 'c', marked: 0, inconsistent: 0, weighted: 0 },
  ]);
});

it('weighs by grade; what cannot be judged is not the bottom', () => {
  const [{ weighted } = { weighted: 0 }] = ranked(
    ['a'],
    [cell('a', 't2', 'inconsistent'), cell('a', 't3', 'inconsistent')],
    weights,
  );
  expect(weighted).toBe(0.8);
  expect(weightOf(['F'])).toBe(weightOf([]));
  expect(weightOf(['F'])).toBeGreaterThan(weightOf(['E']));
  expect(weightOf(['A'])).toBeGreaterThan(weightOf(['B']));
  expect(weightOf(['A', 'F', 'E'])).toBeCloseTo(0.6);
});

it('leaves out cells of evidence that is gone', () => {
  expect(ranked(['a'], [cell('a', 'gone', 'inconsistent')], weights)[0]).toMatchObject({ marked: 0, inconsistent: 0 });
});

it('tells where analysts differ', () => {
  const cells = [cell('a', 't1', 'neutral'), { ...cell('a', 't1', 'inconsistent'), analyst: { id: 'x', name: 'X' } }];
  expect(differ(cells, 'a', 't1')).toBe(true);
  expect(differ(cells.slice(1), 'a', 't1')).toBe(false);
});
