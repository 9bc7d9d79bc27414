import { expect, it } from 'vitest';
import { dateTyped, parsePublished, whyNoDate } from '@/lib/articles/published';
import { publishedWords } from './published-date';

const words = (from: string, to: string, precision: 'day' | 'month' | 'year' | 'range', estimated = false) =>
  publishedWords({ from, to, precision, estimated });

it('says no more than is known', () => {
  expect(publishedWords(null)).toBe('no date');
  expect(words('2021-07-28', '2021-07-28', 'day')).toBe('28 Jul 2021');
  expect(words('2021-07-01', '2021-07-31', 'month')).toBe('Jul 2021');
  expect(words('2021-01-01', '2021-12-31', 'year', true)).toBe('about 2021');
  expect(words('2021-07-01', '2021-07-10', 'range')).toBe('1 Jul 2021 – 10 Jul 2021');
  expect(words('2024-10-01', '2024-12-31', 'range', true)).toBe('about Oct – Dec 2024');
  expect(words('2023-11-01', '2024-02-29', 'range')).toBe('Nov 2023 – Feb 2024');
});

it('takes a date as people write it', () => {
  const typed = [
    '28 July 2021',
    'July 28, 2021',
    '8 Sep 2021',
    ' sept 2021 ',
    '2021-07',
    '3. Mai 2021',
    '31 June 2021',
  ];
  expect(typed.map(dateTyped)).toEqual([
    '2021-07-28',
    '2021-07-28',
    '2021-09-08',
    '2021-09',
    '2021-07',
    '3. Mai 2021',
    '31 June 2021',
  ]);
  expect(['28 July 5 2021', 'Marchish 2021', '7/8/2021'].map(dateTyped)).toEqual([
    '28 July 5 2021',
    'Marchish 2021',
    '7/8/2021',
  ]);
});

it('takes a date in figures where only one day can be meant', () => {
  expect(['13.07.2021', '7.8.2021', '13/07/2021', '07/13/2021', '7/7/2021'].map(dateTyped)).toEqual([
    ...['2021-07-13', '2021-08-07', '2021-07-13', '2021-07-13', '2021-07-07'],
  ]);
  for (const typed of ['07.13.2021', '31.06.2021', '13/13/2021', '7/8/2021', '13.07/2021'])
    expect(dateTyped(typed)).toBe(typed);
});

it('says what is wrong with a date, and lists only forms that are taken', () => {
  expect(whyNoDate('7/8/2021')).toContain('Is it 2021-08-07 or 2021-07-08?');
  expect(whyNoDate('2021-07-10/2021-07-01')).toBe('The range ends before it begins: 2021-07-01/2021-07-10?');
  const forms = whyNoDate('soon').match(/\d{4}[-/\d]*/g)!;
  expect(forms).toHaveLength(4);
  for (const form of forms) expect(parsePublished(form)).not.toBeNull();
});
