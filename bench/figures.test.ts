import { describe, expect, it } from 'vitest';
import { lineOf, median, quantile, ratioOf, verdictOf } from './figures';

describe('a quantile', () => {
  it('interpolates between neighbours, in whatever order the values came', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(quantile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48);
    expect(quantile([7], 0.95)).toBe(7);
  });

  it('of nothing is a fault, not a zero', () => {
    expect(() => quantile([], 0.5)).toThrow('nothing was measured');
  });
});

describe('a ratio', () => {
  it('is taken within each round: a slow round slows both sides', () => {
    const quiet = [
      [2, 2, 2],
      [2, 2, 2],
    ];
    const floor = [
      [1, 1, 1],
      [1, 1, 1],
    ];
    expect(ratioOf(quiet, floor, 0.5)).toEqual({ ratio: 2, low: 2, high: 2 });
    expect(
      ratioOf(
        [
          [20, 20, 20],
          [2, 2, 2],
        ],
        [
          [10, 10, 10],
          [1, 1, 1],
        ],
        0.5,
      ).ratio,
    ).toBe(2);
  });

  it('wants a floor for every round', () => {
    expect(() => ratioOf([[1], [1]], [[1]], 0.5)).toThrow('every round has its floor');
  });
});

it('says whether a target was met', () => {
  expect(verdictOf('median', [[3]], [[1]], 0.5, 4)).toMatch(/3\.00× its floor .* target ≤ 4×: met$/);
  expect(verdictOf('median', [[5]], [[1]], 0.5, 4)).toMatch(/5\.00× its floor .* target ≤ 4×: MISSED$/);
  expect(verdictOf('confirmed', [[5]], [[1]], 0.5)).not.toContain('target');
  expect(lineOf('the product', [[1, 2], [3]])).toMatch(
    /the product +n +3 +median 2\.00 ms +p95 2\.90 ms +spread 1\.50–2\.50 ms$/,
  );
});
