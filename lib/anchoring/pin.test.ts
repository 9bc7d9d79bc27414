import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXT_UNITS, pin } from './pin';

const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const anyText = fc.string({ unit: 'binary', maxLength: 120 });

describe('pinning words to a text', () => {
  it('keeps the words with 32 units either side', () => {
    const text = `${'a'.repeat(50)}five districts${'b'.repeat(50)}`;
    expect(pin(text, { start: 50, end: 64, quote: 'five districts' })).toEqual({
      start: 50,
      end: 64,
      quote: 'five districts',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    });
  });

  it('keeps what there is at the ends of the text', () => {
    expect(pin('ab', { start: 0, end: 2, quote: 'ab' })).toEqual({
      start: 0,
      end: 2,
      quote: 'ab',
      prefix: '',
      suffix: '',
    });
  });

  it.each([
    ['out-of-range', { start: -1, end: 2, quote: 'x' }],
    ['out-of-range', { start: 0, end: 9, quote: 'x' }],
    ['out-of-range', { start: 3, end: 1, quote: '' }],
    ['out-of-range', { start: 0.5, end: 2, quote: 'x' }],
    ['empty', { start: 1, end: 1, quote: '' }],
    ['splits-surrogate', { start: 1, end: 3, quote: '\ud83d' }],
    ['splits-surrogate', { start: 3, end: 4, quote: '\ude00' }],
    ['quote-mismatch', { start: 0, end: 2, quote: 'ab' }],
    ['quote-mismatch', { start: 4, end: 5, quote: ' ' }],
  ])('refuses with %s: %o', (refused, words) => {
    expect(pin('a 😀\u00a0z', words)).toEqual({ refused });
  });

  it('never cuts a character at the far ends of the context', () => {
    const text = `😀${'a'.repeat(31)}X${'b'.repeat(31)}😀`;
    expect(pin(text, { start: 33, end: 34, quote: 'X' })).toMatchObject({
      prefix: 'a'.repeat(31),
      suffix: 'b'.repeat(31),
    });
  });

  it('answers the slice and its real surroundings, or refuses, for every span of every text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(130), fc.nat(130), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const anchor = pin(text, { start, end, quote: text.slice(start, end) });
        if ('refused' in anchor) {
          expect(end > text.length || start === end || lone.test(text.slice(start, end))).toBe(true);
          return;
        }
        expect(text.slice(start - anchor.prefix.length, end + anchor.suffix.length)).toBe(
          anchor.prefix + anchor.quote + anchor.suffix,
        );
        expect(lone.test(anchor.prefix) || lone.test(anchor.quote) || lone.test(anchor.suffix)).toBe(false);
        expect(anchor.prefix.length).toBeGreaterThanOrEqual(Math.min(start, CONTEXT_UNITS) - 1);
      }),
    );
  });
});
