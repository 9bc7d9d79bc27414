import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUnknown } from './finding';

const found = (text: string) =>
  [...findUnknown(text)].flat().map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

describe('what is found without being known', () => {
  it('is people, places, organisations and dates', () => {
    const text =
      'On 28 July 2021 President Muhammad Sharifov flew to Dushanbe to meet the Collective Security Treaty Organization.';
    expect(found(text)).toEqual([
      'date 28 July 2021',
      'person Muhammad Sharifov',
      'place Dushanbe',
      'organisation Collective Security Treaty Organization',
    ]);
  });

  it('stands without the signs, possessives and small words around it', () => {
    expect(found('He was born in the village of Sherbegiyon in Tajikistan’s eastern Rasht Valley.')).toEqual(
      expect.arrayContaining(['place Sherbegiyon', 'place Tajikistan', 'place Rasht Valley']),
    );
    expect(found('He was seen in the Afghan province of Badakhshan.')).toEqual(['place Badakhshan']);
    expect(found('“They left Kabul,” he said.')).toEqual(['place Kabul']);
  });

  it('is no title, adjective or month alone, and no time that is not written out', () => {
    expect(found('Last month the President told the Tajik government in June that years ago it was over.')).toEqual([]);
  });

  it('keeps dates as they are written', () => {
    expect(
      found('between 1992-97, in November 2020, on September 22, 2021 and on 3 May; not 31999 or 2020000'),
    ).toEqual(['date 1992-97', 'date November 2020', 'date September 22, 2021', 'date 3 May']);
    expect(found('seen on 2023-11-14, on 02.03.2024 and on 30/6/2023')).toEqual([
      'date 2023-11-14',
      'date 02.03.2024',
      'date 30/6/2023',
    ]);
  });

  it('always stands in the text, in one line, without white space at its edges, and apart from the others', () => {
    const piece = fc.constantFrom(
      'Kabul',
      'John Smith',
      '’s',
      "'s",
      ' ',
      '\n',
      '\r\n',
      '. ',
      ', ',
      '(',
      '😀',
      'the ',
      'Army',
      'é',
      '\u0301',
      '2015',
      'May ',
      '—',
      '\u00a0',
      'New York City',
    );
    const text = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (where) => {
        let last = 0;
        for (const { start, end } of [...findUnknown(where)].flat()) {
          const words = where.slice(start, end);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(words).toBe(words.trim());
          expect(words).not.toBe('');
          expect(words).not.toMatch(/[\r\n]/);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });
});
