import { describe, expect, it } from 'vitest';
import { alpha, alphaStatistic } from './alpha';
import { cohenKappa, fleissByValue, fleissKappa } from './kappa';
import {
  binary2011,
  cohen1960,
  fleiss1971,
  hayes2007,
  krippendorff2011,
  nominal2011,
  ofTable,
  semeval2013,
  tenByFourteen,
  threeByFifteen,
  units2004,
} from './published.fixtures';
import type { Outcome } from './measure';
import { spanF1, type Span } from './span-f1';
import { alphaU, byLabel } from './unitizing';

// Each figure to the digits that its source prints.
const printed = ({ value }: Outcome, digits: number) => value?.toFixed(digits);

describe('Krippendorff’s α', () => {
  it('is that of Computing Krippendorff’s Alpha-Reliability (2011), on every scale', () => {
    expect(alphaStatistic(krippendorff2011, 'nominal').n).toBe(40);
    expect(printed(alpha(krippendorff2011, 'nominal'), 10)).toBe('0.7434210526');
    expect(printed(alpha(krippendorff2011, 'ordinal'), 10)).toBe('0.8153875038');
    expect(printed(alpha(krippendorff2011, 'interval'), 10)).toBe('0.8491071429');
    expect(printed(alpha(krippendorff2011, 'ratio'), 10)).toBe('0.7974027747');
    expect(printed(alpha(binary2011, 'nominal'), 10)).toBe('0.0952380952');
    expect(printed(alpha(nominal2011, 'nominal'), 10)).toBe('0.6919642857');
  });

  it('is that of three observers with many gaps, and of Hayes & Krippendorff (2007)', () => {
    expect(printed(alpha(threeByFifteen, 'nominal'), 3)).toBe('0.691');
    expect(printed(alpha(threeByFifteen, 'interval'), 3)).toBe('0.811');
    expect(hayes2007).toHaveLength(40);
    expect(printed(alpha(hayes2007, 'ordinal'), 4)).toBe('0.7598');
  });
});

describe('Cohen’s κ', () => {
  it('is that of Cohen (1960), plain and with quadratic weights', () => {
    expect(printed(cohenKappa(cohen1960), 8)).toBe('0.49152542');
    expect(printed(cohenKappa(cohen1960, [0, 1, 2]), 4)).toBe('0.4545');
  });

  it.each([
    [
      '0.348',
      [
        [20, 10],
        [20, 50],
      ],
    ], // Artstein & Poesio (2008)
    [
      '0.801',
      [
        [46, 0, 0],
        [6, 32, 6],
        [0, 0, 10],
      ],
    ], // the same
    [
      '0.400',
      [
        [20, 5],
        [10, 15],
      ],
    ],
    [
      '0.130',
      [
        [45, 15],
        [25, 15],
      ],
    ],
    [
      '0.259',
      [
        [25, 35],
        [5, 35],
      ],
    ],
  ])('is %s of %j', (value, table) => {
    expect(printed(cohenKappa(ofTable(table)), 3)).toBe(value);
  });
});

describe('Fleiss’ κ', () => {
  it('is that of Fleiss (1971), of all and of each value', () => {
    expect(fleiss1971).toHaveLength(30);
    expect(printed(fleissKappa(fleiss1971), 3)).toBe('0.430');
    const each = fleissByValue(fleiss1971);
    // The paper prints .248, .248, .517, .470, .565 from rounded shares; the test's width is its rounding.
    for (const [nth, value] of [0.248, 0.248, 0.517, 0.47, 0.565].entries())
      expect(Math.abs(each.get(nth + 1)!.value! - value)).toBeLessThan(0.005);
  });

  it('is that of fourteen raters and ten units', () => {
    expect(printed(fleissKappa(tenByFourteen), 3)).toBe('0.210');
  });
});

describe('αU', () => {
  it('is that of Krippendorff (2004), of all and of each label', () => {
    const each = byLabel(units2004);
    expect(each.get('c')!.observed.toFixed(5)).toBe('0.01444');
    expect(each.get('c')!.expected.toFixed(5)).toBe('0.05322');
    expect((1 - each.get('c')!.observed / each.get('c')!.expected).toFixed(4)).toBe('0.7286');
    expect(each.get('k')!.observed).toBe(0);
    expect(each.get('k')!.expected.toFixed(4)).toBe('0.0490');
    // The book prints .8591 from rounded parts.
    expect(Math.abs(alphaU([units2004]).value! - 0.8591)).toBeLessThan(0.0005);
    expect(printed(alphaU([units2004]), 6)).toBe('0.858665');
  });
});

describe('F1', () => {
  const { right, answered } = semeval2013;
  const anyLabel = (spans: Span[]) => spans.map((span) => ({ ...span, label: '' }));

  it('gives the four figures of SemEval-2013 9.1: strict and type with labels, exact and partial without', () => {
    expect(printed(spanF1(right, answered, 'exact'), 2)).toBe('0.33');
    expect(printed(spanF1(right, answered, 'overlap'), 2)).toBe('0.50');
    const exact = spanF1(anyLabel(right), anyLabel(answered), 'exact');
    expect(printed(exact, 2)).toBe('0.50');
    // Partial counts half where only the edges differ: 3 of 6 whole and 2 half.
    const touching = spanF1(anyLabel(right), anyLabel(answered), 'overlap');
    expect((exact.value! + touching.value!) / 2).toBeCloseTo((3 + 0.5 * 2) / 6, 10);
  });

  it('tells a moved edge from a missed word', () => {
    const span = (start: number, end: number, label: string): Span => ({ textId: 'one', start, end, label });
    const one = [span(0, 5, 'person'), span(10, 20, 'organisation'), span(30, 40, 'place')];
    const other = [span(0, 5, 'person'), span(12, 20, 'organisation'), span(50, 55, 'place')];
    expect(printed(spanF1(one, other, 'exact'), 3)).toBe('0.333');
    expect(printed(spanF1(one, other, 'overlap'), 3)).toBe('0.667');
    expect(spanF1(one, other, 'characters').value).toBeCloseTo(26 / 43, 12);
  });
});
