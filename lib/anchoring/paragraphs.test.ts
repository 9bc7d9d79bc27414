import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphAt, paragraphs } from './paragraphs';

const lines = fc.string({
  unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '\u2028', '😀', '\ufeff', '\t'),
  maxLength: 40,
});

describe('paragraphs', () => {
  it('keep their own line ends, whichever they are', () => {
    expect(paragraphs('\ufeffone\r\n\r\ntwo\rthree\n\nend ').map(({ text }) => text)).toEqual([
      '\ufeffone\r\n',
      '\r\n',
      'two\r',
      'three\n',
      '\n',
      'end ',
    ]);
  });

  it('are the text to the unit when joined, none empty, none holding a line end before its last', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const list = paragraphs(text);
        expect(list.map((one) => one.text).join('')).toBe(text);
        for (const one of list) {
          expect(one.text).toBe(text.slice(one.start, one.end));
          expect(one.text).toMatch(/^[^\r\n]*(\r\n|\r|\n)?$/);
          expect(one.text).not.toBe('');
        }
      }),
    );
  });

  it('are found by an offset', () => {
    fc.assert(
      fc.property(lines, fc.nat(45), (text, offset) => {
        const list = paragraphs(text);
        const found = list.findIndex(({ start, end }) => start <= offset && offset < end);
        expect(paragraphAt(list, offset)).toBe(found < 0 ? list.length - 1 : found);
      }),
    );
  });

  it('take one pass over a long text without line ends', () => {
    expect(paragraphs('x'.repeat(2_000_000))).toHaveLength(1);
  });
});
