import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bands } from './claim';
import { bandOf, isBand, likelihoodBands, percentOf, sayLikelihood } from './likelihood';

const percent = fc.integer({ min: 1, max: 99 });

describe('the seven bands of likelihood', () => {
  it('are those of the claim schema, in order, edge to edge from 1 to 99', () => {
    expect(likelihoodBands.map(({ id }) => id)).toEqual([...bands]);
    expect(likelihoodBands.map(({ from, to }) => [from, to])).toEqual([
      [1, 5],
      [5, 20],
      [20, 45],
      [45, 55],
      [55, 80],
      [80, 95],
      [95, 99],
    ]);
  });

  it.each([
    [1, 'almost-no-chance'],
    [4, 'almost-no-chance'],
    [5, 'very-unlikely'],
    [20, 'unlikely'],
    [40, 'unlikely'],
    [45, 'roughly-even'],
    [50, 'roughly-even'],
    [55, 'roughly-even'],
    [56, 'likely'],
    [75, 'likely'],
    [80, 'likely'],
    [81, 'very-likely'],
    [95, 'very-likely'],
    [96, 'almost-certain'],
    [99, 'almost-certain'],
  ])('%i is %s', (number, band) => expect(bandOf(number)).toBe(band));

  it('hold every number, a claim and its opposite in mirrored bands', () => {
    fc.assert(
      fc.property(percent, (number) => {
        const index = bands.indexOf(bandOf(number));
        expect(bands.indexOf(bandOf(100 - number))).toBe(bands.length - 1 - index);
        const band = likelihoodBands[index];
        expect(band && band.from <= number && number <= band.to).toBe(true);
      }),
    );
  });

  it('come back from their middle', () => {
    for (const id of bands) expect(bandOf(percentOf(id))).toBe(id);
    expect(percentOf(62)).toBe(62);
  });

  it('say the word with the figure that was stated', () => {
    expect(sayLikelihood(70)).toBe('likely (70 %)');
    expect(sayLikelihood('likely')).toBe('likely (55–80 %)');
    expect(sayLikelihood(1)).toBe('almost no chance (1 %)');
  });

  it('know no certainty', () => {
    for (const number of [0, 100, 50.5, NaN]) expect(() => bandOf(number)).toThrow(RangeError);
    expect(isBand('certain')).toBe(false);
    expect(isBand('likely')).toBe(true);
  });
});
