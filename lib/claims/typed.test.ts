import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayPeriod } from './period';
import { anyPeriod, anyReading } from './structure.fixtures';
import { readBack, readingsOf, tellsOfBeginning, typedPeriod } from './typed-period';
import { typedValue } from './typed-value';
import { sayReading } from './value';

describe('a period that is typed', () => {
  it.each([
    ['2006', 'in 2006'],
    ['March 2012', 'in Mar 2012'],
    ['3 May 2012', 'on 3 May 2012'],
    ['May 3rd, 2012', 'on 3 May 2012'],
    ['2012-05-03', 'on 3 May 2012'],
    ['by 2010', 'by 2010'],
    ['since 2006', 'began in 2006'],
    ['founded in 2006', 'began in 2006'],
    ['until March 2015', 'ended in Mar 2015'],
    ['from 2014 to 2016', 'began in 2014, ended in 2016'],
    ['between June and September 2021', 'between June and September 2021'],
    ['between June 2021 and September 2021', 'between Jun 2021 and Sep 2021'],
    ['2010–2015', 'in 2010–2015'],
    ['Jun 2021 – Sep 2021', 'between Jun 2021 and Sep 2021'],
    ['the early 2010s', 'in the early 2010s'],
    ['2010s', 'in the 2010s'],
    ['late 2023', 'in Sep 2023 – Dec 2023'],
    ['about 2011', 'about 2011'],
    ['c. 2011', 'about 2011'],
    ['before 2010', 'by 2009, before 2010'],
    ['after May 2012', 'Jun 2012 or later, after May 2012'],
    ['about a decade before 2021-07', 'about 2011, about a decade before 2021-07'],
    ['two years before July 2021', 'in 2019, two years before July 2021'],
    ['before the war', 'before the war'],
    ['2010-13-45', '2010-13-45'],
    ['31 February 2012', '31 February 2012'],
    ['from 2016 to 2014', 'from 2016 to 2014'],
    ['', ''],
  ])('“%s” is understood as “%s”', (typed, said) => expect(sayPeriod(typedPeriod(typed).period)).toBe(said));

  it.each([
    ['a decade ago', 'about 2011'],
    ['ten years ago', 'in 2011'],
    ['two months ago', 'in May 2021'],
    ['months ago', 'in Aug 2020 – May 2021'],
    ['last year', 'in 2020'],
    ['yesterday', 'on 12 Jul 2021'],
    ['since last month', 'began in Jun 2021'],
    ['two weeks ago', 'in 26 Jun 2021 – 2 Jul 2021'],
  ])('“%s” asks for the day it was said on, and implies “%s” on 13 July 2021', (typed, implied) => {
    expect(typedPeriod(typed)).toMatchObject({ needs: 'reference', period: { from: null, note: typed } });
    const { period, needs } = typedPeriod(typed, { saidOn: '2021-07-13' });
    expect(needs).toBeNull();
    expect(sayPeriod(period)).toBe(`${implied}, “${typed}” said on 13 Jul 2021`);
  });

  it('is a beginning where the words around it tell of one', () => {
    const begins = tellsOfBeginning('Jamaat Ansarullah was founded in 2006.');
    expect(readBack(typedPeriod('2006', { begins }).period!)).toBe('began in 2006 (year)');
    expect(tellsOfBeginning('The court banned it.')).toBe(false);
  });

  it('says when it is none, and keeps the words', () => {
    expect(typedPeriod('before the war')).toMatchObject({ needs: 'words', period: { note: 'before the war' } });
  });

  it('is read back in words that are understood as the same again', () => {
    fc.assert(
      fc.property(
        anyPeriod.filter(({ from, to }) => from !== null || to !== null),
        (period) => {
          for (const one of readingsOf(period)) expect(typedPeriod(sayPeriod(one)).period, sayPeriod(one)).toEqual(one);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void typedPeriod(typed, { saidOn: '2021-07-13' })));
  });
});

describe('a value that is typed', () => {
  it.each([
    ['400', '400'],
    ['about 400 men', 'about 400 men'],
    ['300–400 people', '300–400 people'],
    ['100 to 250', '100–250'],
    ['between 300 and 400 fighters', '300–400 fighters'],
    ['at least 300', 'at least 300'],
    ['more than 12,400 km', 'at least 12,400 km'],
    ['fewer than 20', 'at most 20'],
    ['300+ men', 'at least 300 men'],
    ['five districts', '5 districts'],
    ['some two hundred men', 'about 200 men'],
    ['a dozen', '12'],
    ['twenty-five', '25'],
    ['1.5 million', '1,500,000'],
    ['40k people', '40,000 people'],
    ['12 %', '12 %'],
    ['12%', '12 %'],
    ['25 years old', '25 years'],
    ['2010', '2010'],
    ['May 2012', 'May 2012'],
    ['3 May 2012', '3 May 2012'],
    ['the early 2010s', 'the early 2010s'],
    ['2010-05-03', '3 May 2010'],
  ])('“%s” is understood as “%s”', (typed, said) => expect(sayReading(typedValue(typed)[0]!)).toBe(said));

  it('of four digits is a year first, a number second', () => {
    expect(typedValue('2010').map(({ kind }) => kind)).toEqual(['date', 'number']);
    expect(typedValue('400').map(({ kind }) => kind)).toEqual(['number']);
    expect(typedValue('2010 men').map(({ kind }) => kind)).toEqual(['number']);
  });

  it.each(['local women', 'Muhammad Sharifov', 'twice', '', '400 to 300', 'Unit 731 and Unit 732'])(
    'is words only: “%s”',
    (typed) => expect(typedValue(typed)).toEqual([]),
  );

  it('is read back in words that are understood as the same again', () => {
    fc.assert(
      fc.property(anyReading, (reading) => {
        const said = sayReading(reading);
        expect(typedValue(said), said).toContainEqual(reading);
      }),
      { numRuns: 500 },
    );
  });

  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void typedValue(typed)));
  });
});
