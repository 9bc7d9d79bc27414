import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bands } from './claim';
import { bandOf, bandRange } from './likelihood';

const percent = fc.integer({ min: 1, max: 99 });

it('names the edges after the word nearer to an even chance', () => {
  const edges = [1, 4, 5, 19, 20, 44, 45, 50, 55, 56, 80, 81, 95, 96, 99];
  expect(edges.map((likelihood) => bandOf(likelihood))).toEqual([
    'almost-no-chance',
    'almost-no-chance',
    'very-unlikely',
    'very-unlikely',
    'unlikely',
    'unlikely',
    'roughly-even',
    'roughly-even',
    'roughly-even',
    'likely',
    'likely',
    'very-likely',
    'very-likely',
    'almost-certain',
    'almost-certain',
  ]);
});

it('stays within the range that the word stands for', () => {
  fc.assert(
    fc.property(percent, (likelihood) => {
      const [from, to] = bandRange[bandOf(likelihood)];
      expect(from <= likelihood && likelihood <= to).toBe(true);
    }),
  );
});

it('mirrors: what is likely by p is unlikely by 100 − p', () => {
  fc.assert(
    fc.property(percent, (likelihood) => {
      expect(bands.indexOf(bandOf(likelihood)) + bands.indexOf(bandOf(100 - likelihood))).toBe(bands.length - 1);
    }),
  );
});

it('never falls as the likelihood rises', () => {
  fc.assert(
    fc.property(percent, percent, (a, b) => {
      if (a <= b) expect(bands.indexOf(bandOf(a))).toBeLessThanOrEqual(bands.indexOf(bandOf(b)));
    }),
  );
});
