import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyReading } from './structure.fixtures';
import { factor } from './units';
import { compareReadings, compareValues, readingInput, sayReading, sayValue, type Reading } from './value';

const amount = (low: number | null, high: number | null, unit: string | null = null, about = false): Reading => ({
  kind: 'number',
  low,
  high,
  about,
  unit,
});
const date = (written: string): Reading => ({ kind: 'date', date: written });

describe('what a value means, in words', () => {
  it.each([
    [amount(400, 400, 'men', true), 'about 400 men'],
    [amount(300, 400, 'people'), '300–400 people'],
    [amount(300, null), 'at least 300'],
    [amount(null, 12_400, 'km'), 'at most 12,400 km'],
    [amount(2.5, 2.5, '%'), '2.5 %'],
    [amount(-3, -3), '−3'],
    [amount(2021, 2021), '2021'],
    [date('2012-05'), 'May 2012'],
  ])('%j is “%s”', (reading, said) => expect(sayReading(reading)).toBe(said));

  it('is added where the words do not tell by themselves', () => {
    expect(sayValue('about 400 men', amount(400, 400, 'men', true))).toBe('about 400 men');
    expect(sayValue('some four hundred', amount(400, 400, null, true))).toBe('some four hundred (about 400)');
    expect(sayValue('150 to 200 men', amount(150, 200, 'men'))).toBe('150 to 200 men');
    expect(sayValue('local women', null)).toBe('local women');
  });

  it.each([
    [{ kind: 'number', low: null, high: null }, 'A number, or a range'],
    [{ kind: 'number', low: 5, high: 4 }, 'from less to more'],
    [{ kind: 'date', date: 'soon' }, 'A date is written'],
    [{ kind: 'number', low: Infinity, high: null }, ''],
    [{ kind: 'number', low: 1e16, high: null }, 'too large'],
  ])('refuses %j', (given, why) => {
    expect(readingInput.safeParse(given).error?.issues[0]?.message).toContain(why);
  });
});

describe('two numbers or dates', () => {
  it.each([
    ['about 400, at least 300', amount(400, 400, null, true), amount(300, null), 'compatible'],
    ['200, 400', amount(200, 200), amount(400, 400), 'incompatible'],
    ['about 200, 230', amount(200, 200, null, true), amount(230, 230), 'compatible'],
    ['about 200, 300', amount(200, 200, null, true), amount(300, 300), 'incompatible'],
    ['at most 100, at least 300', amount(null, 100), amount(300, null), 'incompatible'],
    ['about 200 men, 100 to 250', amount(200, 200, 'men', true), amount(100, 250), 'compatible'],
    ['200 man, 200 men', amount(200, 200, 'fighter'), amount(200, 200, 'fighters'), 'same'],
    ['3 km, 3000 metres', amount(3, 3, 'km'), amount(3000, 3000, 'metres'), 'same'],
    ['3 km, 5000 m', amount(3, 3, 'km'), amount(5000, 5000, 'm'), 'incompatible'],
    ['3 km, 3 kg', amount(3, 3, 'km'), amount(3, 3, 'kg'), 'incomparable'],
    ['200 men, 300 families', amount(200, 200, 'men'), amount(300, 300, 'families'), 'incomparable'],
    ['3 km, 3', amount(3, 3, 'km'), amount(3, 3), 'incomparable'],
    ['2 months, 60 days', amount(2, 2, 'months'), amount(60, 60, 'days'), 'incomparable'],
    ['2012, early 2010s', date('2012'), date('2010/2013'), 'compatible'],
    ['2006, 2010', date('2006'), date('2010'), 'incompatible'],
    ['about 2009, 2010', date('2009~'), date('2010'), 'compatible'],
    ['a date, a number', date('2006'), amount(2006, 2006), 'incomparable'],
  ])('%s', (_, a, b, verdict) => {
    expect(compareReadings(a, b).verdict).toBe(verdict);
    expect(compareReadings(b, a).verdict).toBe(verdict);
  });

  it('is one with itself, and compares alike from either side', () => {
    fc.assert(
      fc.property(anyReading, anyReading, (a, b) => {
        expect(compareReadings(a, a).verdict).toBe('same');
        expect(compareReadings(a, b).verdict).toBe(compareReadings(b, a).verdict);
      }),
      { numRuns: 1000 },
    );
  });

  it('stay incompatible when one is known more exactly', () => {
    let incompatible = 0;
    fc.assert(
      fc.property(anyReading, anyReading, (a, b) => {
        if (compareReadings(a, b).verdict !== 'incompatible' || a.kind !== 'number') return;
        incompatible += 1;
        const edge = a.low ?? a.high;
        expect(compareReadings({ ...a, low: edge, high: edge }, b).verdict).toBe('incompatible');
        expect(compareReadings({ ...a, about: false }, b).verdict).toBe('incompatible');
      }),
      { numRuns: 3000 },
    );
    expect(incompatible).toBeGreaterThan(20);
  });

  it('of different units are compared only where it is certain that they measure the same', () => {
    expect(factor('km', 'm')).toBe(1000);
    expect(factor('miles', 'km')).toBeCloseTo(1.609344);
    expect(factor(null, 'people')).toBe(1);
    expect([factor('km', 'kg'), factor('men', 'people'), factor('years', 'days'), factor(null, 'km')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('two values in words', () => {
  it.each([
    ['Muhammad Sharifov', 'muhammad  sharifov', 'same'],
    ['Sharifov', 'Muhammad Sharifov', 'compatible'],
    ['Muhammad Sharifov', 'Muhammad Karimov', 'incompatible'],
  ])('“%s” and “%s”: %s', (a, b, verdict) => {
    expect(compareValues({ value: a, reading: null }, { value: b, reading: null }).verdict).toBe(verdict);
  });

  it('beside a number cannot be compared', () => {
    const number = { value: '400', reading: amount(400, 400) };
    expect(compareValues({ value: 'many', reading: null }, number).verdict).toBe('incomparable');
  });
});
