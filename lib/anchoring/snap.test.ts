import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snap, wordAt, wordsAround } from './snap';
import { trimSpan } from './span';

const text = 'The men hold five districts. Nobody denies it.\r\nA second\u00a0line, quite short.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const words = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);

describe('snapping a selection', () => {
  it('widens to words', () => {
    const { start, end } = at('en hold fi');
    expect(words(snap(text, start, end, 'word'))).toBe('men hold five');
  });

  it('leaves white space at the edges out, and answers null for nothing else', () => {
    const { start, end } = at(' five ');
    expect(words(snap(text, start, end, 'word'))).toBe('five');
    expect(snap(text, start, start + 1, 'word')).toBeNull();
    expect(trimSpan('a\u00a0\ufeff\t b', { start: 1, end: 5 })).toBeNull();
  });

  it('widens to sentences and paragraphs without their line ends', () => {
    const { start, end } = at('denies');
    expect(words(snap(text, start, end, 'sentence'))).toBe('Nobody denies it.');
    expect(words(snap(text, start, end, 'paragraph'))).toBe('The men hold five districts. Nobody denies it.');
  });

  it('widens across a line end from both sides', () => {
    expect(words(snap(text, at('denies').start, at('second').end, 'sentence'))).toBe(
      'Nobody denies it.\r\nA second\u00a0line, quite short.',
    );
  });

  it('never loses a selected word and never cuts a character', () => {
    const pieces = fc.constantFrom('a', 'b', ' ', '.', '\n', '\r', '\u00a0', '😀', 'é', '’', '漢');
    fc.assert(
      fc.property(
        fc.string({ unit: pieces, maxLength: 40 }),
        fc.nat(40),
        fc.nat(40),
        fc.constantFrom('word' as const, 'sentence' as const, 'paragraph' as const),
        (any, a, b, unit) => {
          const span = { start: Math.min(a, b, any.length), end: Math.min(Math.max(a, b), any.length) };
          const found = snap(any, span.start, span.end, unit);
          const trimmed = trimSpan(any, span);
          if (!trimmed || !found) {
            expect(found).toBe(trimmed);
            return;
          }
          expect(found.start).toBeLessThanOrEqual(trimmed.start);
          expect(found.end).toBeGreaterThanOrEqual(trimmed.end);
          expect(trimSpan(any, found)).toEqual(found);
          expect(any.slice(found.start, found.end).isWellFormed()).toBe(true);
        },
      ),
    );
  });
});

describe('words near a place', () => {
  it('the word under or before the caret', () => {
    expect(words(wordAt(text, at('five').start + 2))).toBe('five');
    expect(words(wordAt(text, at('five').end))).toBe('five');
    expect(wordAt('  ', 1)).toBeNull();
  });

  it('words either side of a span, within its paragraph', () => {
    expect(words(wordsAround(text, at('five'), 2))).toBe('men hold five districts. Nobody');
    expect(words(wordsAround(text, at('denies it.'), 50))).toBe('The men hold five districts. Nobody denies it.');
    expect(words(wordsAround(text, at('five'), 0))).toBe('five');
  });
});
