import { describe, expect, it } from 'vitest';
import { confidenceOf, typeDigit } from './confidence-digits';

const typed = (keys: string) => [...keys].reduce(typeDigit, '');

describe('confidence by digits', () => {
  it.each([
    ['', null],
    ['7', 7],
    ['75', 75],
    ['100', 100],
    ['00', 0],
    ['05', 5],
    ['753', 3],
    ['7540', 40],
    ['1001', 1],
    ['101', 1],
    ['200', 0],
  ])('%j is %j', (keys, value) => {
    expect(confidenceOf(typed(keys))).toBe(value);
  });

  it('is never more than 100, whatever is typed', () => {
    for (let a = 0; a < 10_000; a += 1) expect(confidenceOf(typed(String(a)))).toBeLessThanOrEqual(100);
  });
});
