import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrences } from './occurrences';

const text = 'Arsalon met Arsalon’s men; arsalon and Arsalonov did not. “Arsalon”. Ärsalon, Arsalon';

describe('the same spelling elsewhere', () => {
  it('finds whole words of exactly this spelling', () => {
    const found = occurrences(text, 'Arsalon').map(({ start, end }) => text.slice(Math.max(0, start - 1), end + 1));
    expect(found).toEqual(['Arsalon ', ' Arsalon’', '“Arsalon”', ' Arsalon']);
  });

  it('leaves out what is tagged already', () => {
    const taken = [
      { start: 0, end: 7 },
      { start: 10, end: 14 },
    ];
    expect(occurrences(text, 'Arsalon', taken).map(({ start }) => start)).toEqual([
      text.indexOf('“') + 1,
      text.lastIndexOf('Arsalon'),
    ]);
  });

  it('treats letters of every script as letters, and names that end in signs as names', () => {
    expect(occurrences('𝐀𝐁 𝐀', '𝐀')).toEqual([{ start: 5, end: 7 }]);
    expect(occurrences('é e\u0301 e', 'e')).toEqual([{ start: 5, end: 6 }]);
    expect(occurrences('U.S. or U.S.A', 'U.S.')).toHaveLength(2);
    expect(occurrences('aa', ' ')).toEqual([]);
    expect(occurrences('👨‍👩‍👧 👨', '👨')).toEqual([{ start: 9, end: 11 }]);
  });

  it('answers slices equal to the name, in order, apart from one another', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.'), maxLength: 40 }),
        fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 3 }),
        (any, name) => {
          let last = 0;
          for (const { start, end } of occurrences(any, name)) {
            expect(any.slice(start, end)).toBe(name);
            expect(start).toBeGreaterThanOrEqual(last);
            last = end;
          }
        },
      ),
    );
  });
});
