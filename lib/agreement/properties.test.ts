import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alpha, alphaStatistic, type Level } from './alpha';
import { intervalOf } from './bootstrap';
import { cohenKappa, cohenStatistic, fleissKappa, fleissStatistic } from './kappa';
import type { Outcome, Unit } from './measure';
import { f1Statistic, spanF1, type Sameness, type Span } from './span-f1';
import { alphaU, apart, unitizingStatistic } from './unitizing';

const levels: Level[] = ['nominal', 'ordinal', 'interval', 'ratio'];
const samenesses: Sameness[] = ['exact', 'overlap', 'characters'];
const value = fc.integer({ min: 1, max: 5 });
const unitsOf = (analysts: number, gaps = true) =>
  fc.array(fc.array(gaps ? fc.option(value) : value, { minLength: analysts, maxLength: analysts }), { maxLength: 25 });
const span = fc
  .record({
    textId: fc.constantFrom('one', 'two'),
    start: fc.nat(60),
    length: fc.integer({ min: 1, max: 20 }),
    label: fc.constantFrom('person', 'place'),
  })
  .map(({ start, length, ...rest }): Span => ({ ...rest, start, end: start + length }));
const spans = fc.array(span, { maxLength: 15 });

const same = (a: Outcome, b: Outcome) => {
  expect(a.why).toBe(b.why);
  if (a.value !== null) expect(a.value).toBeCloseTo(b.value!, 9);
};
const turned = (units: readonly Unit[]) => units.map((unit) => [...unit].reverse());

describe('every measure', () => {
  it('is a number or says why it is none, never NaN', () => {
    fc.assert(
      fc.property(unitsOf(2), spans, spans, (units, a, b) => {
        const all = [
          ...levels.map((level) => alpha(units, level)),
          cohenKappa(units),
          cohenKappa(units, [1, 2, 3, 4, 5]),
          fleissKappa(units),
          ...samenesses.map((sameness) => spanF1(a, b, sameness)),
          alphaU([{ start: 0, length: 80, analysts: [a, b] }]),
        ];
        for (const one of all) {
          if (one.value === null) expect(one.why).toBeTruthy();
          else {
            expect(Number.isFinite(one.value)).toBe(true);
            expect(one.value).toBeLessThanOrEqual(1 + 1e-12);
          }
        }
      }),
    );
  });

  it('does not know who is first, nor which unit is', () => {
    fc.assert(
      fc.property(unitsOf(3), unitsOf(2), (three, two) => {
        for (const level of levels) {
          same(alpha(three, level), alpha(turned(three), level));
          same(alpha(three, level), alpha([...three].reverse(), level));
        }
        same(fleissKappa(three), fleissKappa(turned(three)));
        same(cohenKappa(two), cohenKappa(turned(two)));
      }),
    );
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        for (const sameness of samenesses) {
          same(spanF1(a, b, sameness), spanF1(b, a, sameness));
          same(spanF1(a, b, sameness), spanF1([...a].reverse(), b, sameness));
        }
        const text = (...analysts: Span[][]) => [{ start: 0, length: 80, analysts }];
        same(alphaU(text(a, b)), alphaU(text(b, a)));
      }),
    );
  });

  it('counts a unit twice as it counts two of it', () => {
    fc.assert(
      fc.property(unitsOf(2), (units) => {
        const twice = units.map(() => 2);
        const doubled = [...units, ...units];
        for (const level of levels) same(alphaStatistic(units, level).of(twice), alpha(doubled, level));
        same(cohenStatistic(units).of(twice), cohenKappa(doubled));
        same(fleissStatistic(units).of(twice), fleissKappa(doubled));
      }),
    );
  });

  it('is 1 where all say the same and more than one thing is said, and undefined where only one is', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 20 }), (said) => {
        const units = said.map((one) => [one, one]);
        const all = [...levels.map((level) => alpha(units, level)), cohenKappa(units), fleissKappa(units)];
        const expected = new Set(said).size > 1 ? { value: 1, why: null } : { value: null, why: 'one-value' };
        for (const one of all) expect(one).toEqual(expected);
      }),
    );
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 15 }), (a) => {
        for (const sameness of samenesses) expect(spanF1(a, a, sameness).value).toBe(1);
        expect(alphaU([{ start: 0, length: 80, analysts: [a, a] }]).value).toBe(1);
      }),
    );
  });
});

describe('values', () => {
  it('may have other names on a nominal scale, and another origin and unit on an interval scale', () => {
    fc.assert(
      fc.property(
        unitsOf(3),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 40 }),
        (units, by, times) => {
          const map = (of: (one: number) => number | string) =>
            units.map((unit) => unit.map((one) => (one === null ? null : of(one))));
          const named = map((one) => `the ${(one * 3) % 7}th`);
          same(alpha(units, 'nominal'), alpha(named, 'nominal'));
          same(fleissKappa(units), fleissKappa(named));
          same(
            alpha(units, 'interval'),
            alpha(
              map((one) => one * times + by),
              'interval',
            ),
          );
          same(
            alpha(units, 'ordinal'),
            alpha(
              map((one) => one ** 3),
              'ordinal',
            ),
          ); // any order-keeping change
          same(
            alpha(units, 'ratio'),
            alpha(
              map((one) => one * times),
              'ratio',
            ),
          );
        },
      ),
    );
  });

  it('that are missing drop the unit from κ, and leave it to α with those who said something', () => {
    const units = [
      [1, 1, null],
      [2, 2, 2],
      [1, null, null],
      [3, 3, 3],
      [null, 2, 3],
    ];
    expect(alphaStatistic(units, 'nominal')).toMatchObject({ units: 4, n: 10 });
    expect(fleissStatistic(units)).toMatchObject({ units: 2, n: 2 });
    expect(cohenStatistic(units).of()).toEqual({ value: null, why: 'not-for-two' });
    expect(
      cohenStatistic([
        [1, null],
        [2, 2],
      ]),
    ).toMatchObject({ units: 1, n: 1 });
  });
});

describe('spans', () => {
  it('have an F1 from 0 to 1, exact at most overlap, and 0 where nothing is shared', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        if (a.length + b.length === 0) return;
        const [exact, overlap, characters] = samenesses.map((sameness) => spanF1(a, b, sameness).value!);
        for (const one of [exact!, overlap!, characters!]) expect(one).toBeGreaterThanOrEqual(0);
        expect(exact!).toBeLessThanOrEqual(overlap! + 1e-12);
        const elsewhere = b.map((one) => ({ ...one, textId: 'another' }));
        for (const sameness of samenesses) expect(spanF1(a, elsewhere, sameness).value).toBe(0);
      }),
    );
  });

  it('are found by character as they are found one by one', () => {
    const letters = (all: Span[]) =>
      new Set(
        all.flatMap(({ textId, start, end, label }) =>
          Array.from({ length: end - start }, (_, nth) => `${textId} ${label} ${start + nth}`),
        ),
      );
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const [inA, inB] = [letters(a), letters(b)];
        if (inA.size + inB.size === 0) return;
        const both = [...inA].filter((one) => inB.has(one)).length;
        expect(spanF1(a, b, 'characters').value).toBeCloseTo((2 * both) / (inA.size + inB.size), 9);
        const key = (one: Span) => JSON.stringify(one);
        const [setA, setB] = [new Set(a.map(key)), new Set(b.map(key))];
        const exact = [...setA].filter((one) => setB.has(one)).length;
        expect(spanF1(a, b, 'exact').value).toBeCloseTo((2 * exact) / (setA.size + setB.size), 9);
        const touches = (one: Span, all: Span[]) =>
          all.some((o) => o.textId === one.textId && o.label === one.label && o.start < one.end && one.start < o.end);
        const once = (all: Span[]) => [...new Map(all.map((one) => [key(one), one])).values()];
        const [p, r] = [
          once(b).filter((one) => touches(one, a)).length / setB.size,
          once(a).filter((one) => touches(one, b)).length / setA.size,
        ];
        expect(spanF1(a, b, 'overlap').value).toBeCloseTo(p && r ? (2 * p * r) / (p + r) : 0, 9);
      }),
    );
  });

  it('of one analyst and label that overlap are reduced to the earliest and longest, and counted', () => {
    const cut = (start: number, end: number) => ({ start, end, label: 'person' });
    const { kept, dropped } = apart([cut(4, 9), cut(0, 3), cut(0, 5), cut(5, 8)]);
    expect(kept.get('person')).toEqual([
      { start: 0, end: 5 },
      { start: 5, end: 8 },
    ]);
    expect(dropped).toBe(2);
  });
});

describe('the interval', () => {
  const many = fc.array(fc.tuple(value, value), { minLength: 12, maxLength: 40 });

  it('is the same of the same units and seed, and lies in order', () => {
    fc.assert(
      fc.property(many, fc.nat(), (units, seed) => {
        const statistic = alphaStatistic(units, 'nominal');
        const interval = intervalOf(statistic, seed);
        expect(intervalOf(statistic, seed)).toEqual(interval);
        if (interval.why) return;
        expect(interval.low).toBeLessThanOrEqual(interval.high);
        expect(interval.samples).toBeGreaterThanOrEqual(900);
      }),
      { numRuns: 10 },
    );
  });

  it('is the point alone where nothing can move it', () => {
    const agreed = Array.from({ length: 30 }, (_, nth) => [nth % 3, nth % 3]);
    const all = [alphaStatistic(agreed, 'interval'), cohenStatistic(agreed), fleissStatistic(agreed)];
    for (const one of all) expect(intervalOf(one)).toMatchObject({ low: 1, high: 1 });
    const a = Array.from({ length: 10 }, (_, nth) => ({
      textId: 'one',
      start: nth * 9,
      end: nth * 9 + 4,
      label: 'place',
    }));
    expect(intervalOf(f1Statistic(a, a, 'exact'))).toMatchObject({ low: 1, high: 1 });
    expect(intervalOf(f1Statistic(a, [], 'exact'))).toMatchObject({ low: 0, high: 0 });
  });

  it('holds the point where units are many and mixed, and narrows as they become more', () => {
    const mixed = (count: number): Unit[] =>
      Array.from({ length: count }, (_, nth) => [nth % 4, nth % 5 === 0 ? (nth + 1) % 4 : nth % 4]);
    const [few, lots] = [20, 500].map((count) => {
      const statistic = alphaStatistic(mixed(count), 'nominal');
      const interval = intervalOf(statistic);
      const point = statistic.of().value!;
      expect(interval.low).toBeLessThanOrEqual(point);
      expect(interval.high).toBeGreaterThanOrEqual(point);
      return interval.high! - interval.low!;
    });
    expect(lots!).toBeLessThan(few! / 2);
  });

  it('is not given of too few units, nor where the measure is undefined, nor where samples mostly are', () => {
    const three: Unit[] = [
      [1, 1],
      [2, 2],
      [1, 2],
    ];
    expect(intervalOf(alphaStatistic(three, 'nominal'))).toMatchObject({ why: 'too-few' });
    const alike: Unit[] = Array.from({ length: 9 }, () => [1, 1]);
    expect(intervalOf(alphaStatistic(alike, 'nominal'))).toMatchObject({ why: 'one-value' });
    expect(intervalOf(alphaStatistic([...alike, [2, 2]], 'nominal'))).toMatchObject({ why: 'unsteady' });
    const text = { start: 0, length: 80, analysts: [[], []] };
    expect(intervalOf(unitizingStatistic([text]))).toMatchObject({ why: 'nothing-to-compare' });
  });
});
