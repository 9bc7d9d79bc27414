import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyWhen } from './structure.fixtures';
import { overlap, precisionOf, reach, readWhen, sayWhen, thirdOf, whenText, writeWhen } from './when';

describe('a moment that is known more or less exactly', () => {
  it.each([
    ['2012-05-03', '2012-05-03', '2012-05-03', 'day', '3 May 2012'],
    ['2012-02', '2012-02-01', '2012-02-29', 'month', 'Feb 2012'],
    ['2006', '2006-01-01', '2006-12-31', 'year', '2006'],
    ['201X', '2010-01-01', '2019-12-31', 'decade', 'the 2010s'],
    ['2010/2013', '2010-01-01', '2013-12-31', 'range', 'the early 2010s'],
    ['2014/2016', '2014-01-01', '2016-12-31', 'range', 'the mid-2010s'],
    ['2009/2012', '2009-01-01', '2012-12-31', 'range', '2009–2012'],
    ['2021-06/2021-09', '2021-06-01', '2021-09-30', 'range', 'Jun 2021 – Sep 2021'],
    ['2021-07-13/2021-10-07', '2021-07-13', '2021-10-07', 'range', '13 Jul 2021 – 7 Oct 2021'],
    ['2011~', '2011-01-01', '2011-12-31', 'year', 'about 2011'],
    ['2010~/2013~', '2010-01-01', '2013-12-31', 'range', 'about the early 2010s'],
  ])('%s is any day from %s to %s: %s, “%s”', (text, earliest, latest, precision, said) => {
    const when = readWhen(text)!;
    expect(when).toEqual({ earliest, latest, about: text.includes('~') });
    expect(precisionOf(when)).toBe(precision);
    expect(sayWhen(when)).toBe(said);
    expect(writeWhen(when)).toBe(text);
  });

  it.each(['', '2006-13', '2006-02-30', '0000', '000X', '2013/2010', '2010/2013~', '2010/2011/2012', '20', 'May 2012'])(
    'is not “%s”',
    (text) => {
      expect(readWhen(text)).toBeNull();
      expect(whenText().safeParse(text).success).toBe(false);
    },
  );

  it('is written in the shortest way that says it', () => {
    expect(whenText().parse('2010-01-01/2010-12-31')).toBe('2010');
    expect(whenText().parse('2010/2019')).toBe('201X');
    expect(whenText().parse('2021-07-01/2021-07-31')).toBe('2021-07');
  });

  it('comes back as it was written', () => {
    fc.assert(fc.property(anyWhen, (when) => void expect(readWhen(writeWhen(when))).toEqual(when)));
  });

  it('reaches further when it is only about, and never less far', () => {
    const days = (text: string) => reach(readWhen(text)!);
    expect(days('2011~')).toEqual([days('2010')[0], days('2012')[1]].map((day, at) => day + [0, -1][at]!));
    fc.assert(
      fc.property(anyWhen, (when) => {
        const [first, last] = reach({ ...when, about: false });
        const [earlier, later] = reach({ ...when, about: true });
        expect(earlier <= first && last <= later).toBe(true);
        expect(overlap([first, last], [earlier, later])).toBe(true);
      }),
    );
  });

  it('knows the thirds of a decade', () => {
    expect([0, 1, 2].map((third) => sayWhen(thirdOf(2010, third)))).toEqual([
      'the early 2010s',
      'the mid-2010s',
      'the late 2010s',
    ]);
  });
});
