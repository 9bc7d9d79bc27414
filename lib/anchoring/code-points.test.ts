import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCodePoints, toUtf16 } from './code-points';

const text = '😀 Acme Corp bought X.';

describe('offsets in code points', () => {
  it('counts a character outside the basic plane once, in the order asked', () => {
    expect(toCodePoints(text, [12, 3, 0, 22])).toEqual([11, 2, 0, 21]);
    expect(toUtf16(text, [11, 2, 0, 21])).toEqual([12, 3, 0, 22]);
  });

  it('refuses an offset inside a character or outside the text', () => {
    expect(() => toCodePoints(text, [3, 1])).toThrow(RangeError);
    expect(() => toCodePoints(text, [23])).toThrow(RangeError);
    expect(() => toUtf16(text, [22])).toThrow(RangeError);
    expect(() => toUtf16(text, [-1])).toThrow(RangeError);
  });

  it('agrees with the text spread into characters, there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.nat(60), { maxLength: 5 }), (any, raw) => {
        const characters = [...any];
        const points = raw.map((one) => one % (characters.length + 1));
        const units = points.map((point) => characters.slice(0, point).join('').length);
        expect(toUtf16(any, points)).toEqual(units);
        expect(toCodePoints(any, units)).toEqual(points);
      }),
    );
  });
});
