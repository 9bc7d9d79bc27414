import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, comparePeriods, periodInput, periodOf, sayPeriod, type Period } from './period';
import { anyPeriod, period } from './structure.fixtures';
import { readWhen, writeWhen } from './when';

const founded2006 = period({ from: '2006', starts: true });
const founded2010 = period({ from: '2010', starts: true });
const by2010 = period({ to: '2010' });
const decadeAgo = period({ from: '2011~', starts: true, note: 'a decade ago', saidOn: '2021-07-13' });

describe('a period in words', () => {
  it.each([
    [founded2006, 'began in 2006'],
    [by2010, 'by 2010'],
    [decadeAgo, 'began about 2011, “a decade ago” said on 13 Jul 2021'],
    [period({ from: '2012-05-03', starts: true, note: 'the ruling' }), 'began on 3 May 2012, the ruling'],
    [period({ from: '2012-05-03', to: '2012-05-03' }), 'on 3 May 2012'],
    [period({ from: '2022-07', to: '2022-07', starts: true, ends: true }), 'happened in Jul 2022'],
    [period({ from: '2021-06', to: '2021-09' }), 'between Jun 2021 and Sep 2021'],
    [period({ from: '2014', to: '2016', starts: true, ends: true }), 'began in 2014, ended in 2016'],
    [period({ from: '2006', to: '2010', starts: true }), 'began in 2006, was still so in 2010'],
    [period({ from: '2010', to: '2016', ends: true }), 'was so in 2010, ended in 2016'],
    [period({ to: '2015', ends: true }), 'ended in 2015'],
    [period({ from: '2016' }), '2016 or later'],
    [period({ note: 'before the war' }), 'before the war'],
    [null, ''],
  ])('%j is said as “%s”', (given, said) => expect(sayPeriod(given)).toBe(said));

  it('is none when neither a moment nor words are said', () => {
    expect(periodOf({ from: null, to: null, note: null })).toBeNull();
    expect(periodOf(undefined)).toBeNull();
    expect(periodOf({ from: '2006', to: null })).toEqual(period({ from: '2006' }));
  });

  it.each([
    [{ from: null, to: '2010', starts: true }, 'began'],
    [{ from: '2006', to: null, ends: true }, 'ended'],
    [{ from: '2006', to: null, saidOn: '2021-07-13' }, 'words'],
    [{ from: '2010', to: '2009' }, 'after it starts'],
    [{ from: 'soon', to: null }, 'A date is written'],
  ])('refuses %j', (given, why) => {
    expect(periodInput.safeParse(given).error?.issues[0]?.message).toContain(why);
  });

  it('takes plain days, as before', () => {
    expect(periodOf(periodInput.parse({ from: '2021-07-01', to: null, note: 'July' }))).toEqual(
      period({ from: '2021-07-01', note: 'July' }),
    );
  });
});

describe('two periods of one thing', () => {
  it.each([
    ['founded 2006, and it existed by 2010', founded2006, by2010, 'compatible'],
    ['founded 2006 or founded 2010', founded2006, founded2010, 'incompatible'],
    ['founded 2010, but it existed by 2008', founded2010, period({ to: '2008' }), 'incompatible'],
    [
      'founded 2012, or in the early 2010s',
      period({ from: '2012', starts: true }),
      period({ from: '2010/2013', starts: true }),
      'compatible',
    ],
    ['founded 2006, or in the early 2010s', founded2006, period({ from: '2010/2013', starts: true }), 'incompatible'],
    ['a decade before July 2021, or in 2010', decadeAgo, founded2010, 'compatible'],
    ['a decade before July 2021, or in 2006', decadeAgo, founded2006, 'incompatible'],
    ['said in other words', decadeAgo, { ...decadeAgo, note: 'ten years ago' }, 'same'],
    [
      'banned in May 2012, or on 3 May 2012',
      period({ from: '2012-05', starts: true }),
      period({ from: '2012-05-03', starts: true }),
      'compatible',
    ],
    [
      'until 2015, but still so in 2018',
      period({ to: '2015', ends: true }),
      period({ from: '2018', to: '2018' }),
      'incompatible',
    ],
    [
      'until 2015, or until 2018',
      period({ to: '2015', ends: true }),
      period({ to: '2018', ends: true }),
      'incompatible',
    ],
    [
      'until 2010, but since 2012',
      period({ to: '2010', ends: true }),
      period({ from: '2012', starts: true }),
      'incompatible',
    ],
    ['in 2012, and in 2018', period({ from: '2012', to: '2012' }), period({ from: '2018', to: '2018' }), 'compatible'],
    ['by 2010, and until 2008', by2010, period({ to: '2008', ends: true }), 'compatible'],
    ['in words only', founded2006, period({ note: 'before the war' }), 'incomparable'],
  ])('%s', (_, a, b, verdict) => {
    expect(comparePeriods(a, b).verdict).toBe(verdict);
    expect(comparePeriods(b, a).verdict).toBe(verdict);
  });

  it('says why they exclude each other, in the words of both', () => {
    expect(comparePeriods(founded2006, founded2010).reason).toBe('“began in 2006” and “began in 2010”: it began once.');
    expect(comparePeriods(founded2010, period({ to: '2008' })).reason).toBe(
      '“began in 2010” and “by 2008”: it would have been so before it began.',
    );
  });

  it('is one with itself, and compares alike from either side', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (a, b) => {
        expect(comparePeriods(a, a).verdict).toBe('same');
        expect(comparePeriods(a, b).verdict).toBe(comparePeriods(b, a).verdict);
        expect(apart(a, b)).toBe(apart(b, a));
        expect(apart(a, a)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  const days = (written: string) => readWhen(written)!;
  /** The same period with one end known more exactly: somewhere within what it was. */
  const narrower = (of: Period, at: 'from' | 'to'): Period => {
    if (of[at] === null) return of;
    const { earliest, latest, about } = days(of[at]);
    const middle = new Date((Date.parse(earliest) + Date.parse(latest)) / 2).toISOString().slice(0, 10);
    return { ...of, [at]: writeWhen({ earliest: middle, latest: middle, about: about && earliest === latest }) };
  };

  it('stay incompatible when either is known more exactly: a wider range never makes a conflict', () => {
    let incompatible = 0;
    fc.assert(
      fc.property(anyPeriod, anyPeriod, fc.constantFrom('from' as const, 'to' as const), (a, b, at) => {
        if (comparePeriods(a, b).verdict !== 'incompatible') return;
        incompatible += 1;
        expect(comparePeriods(narrower(a, at), b).verdict).toBe('incompatible');
      }),
      { numRuns: 3000 },
    );
    expect(incompatible).toBeGreaterThan(200);
  });

  it('never conflict when there is one stretch of time that both are true of', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, fc.integer({ min: 7000, max: 22_000 }), fc.nat(9000), (a, b, start, length) => {
        const end = start + length;
        const holds = ({ from, to, starts, ends }: Period) => {
          const within = (written: string | null, day: number) => {
            if (written === null) return true;
            const { earliest, latest } = days(written);
            return Date.parse(earliest) / 864e5 <= day && day <= Date.parse(latest) / 864e5;
          };
          const touches = (first: string | null, last: string | null) =>
            (first === null || Date.parse(days(first).earliest) / 864e5 <= end) &&
            (last === null || start <= Date.parse(days(last).latest) / 864e5);
          const was =
            starts && ends
              ? true
              : starts
                ? to === null || touches(to, to)
                : ends
                  ? from === null || touches(from, from)
                  : touches(from, to);
          return (!starts || within(from, start)) && (!ends || within(to, end)) && was;
        };
        if (holds(a) && holds(b)) expect(comparePeriods(a, b).verdict).not.toBe('incompatible');
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the times that two periods speak of', () => {
  it.each([
    [period({ from: '2021-07', to: '2021-10' }), period({ from: '2024-02-19', to: '2024-02-19' }), true],
    [period({ from: '2021-07', to: '2021-10' }), period({ from: '2021', to: '2021' }), false],
    [founded2006, period({ from: '2015', to: '2015' }), false],
    [by2010, period({ from: '2005', to: '2005' }), true],
    [period({ to: '2015', ends: true }), period({ from: '2010', to: '2010' }), false],
    [period({ to: '2015', ends: true }), period({ from: '2016', to: '2016' }), true],
    [period({ note: 'long ago' }), founded2006, false],
    [null, founded2006, false],
  ])('%j and %j are apart: %s', (a, b, expected) => expect(apart(a, b)).toBe(expected));
});
