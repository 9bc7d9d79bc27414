import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  insideCharacter,
  nextCharacter,
  nextWord,
  snap,
  wholeCharacters,
  wordAt,
  wordsAround,
  wordsIn,
  wordsNear,
} from './snap';
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

  it.each([
    ['Dr. Smith arrived. He left.', 'arrived', 'Dr. Smith arrived.'],
    ['Dr. Smith arrived. He left.', 'Dr', 'Dr. Smith arrived.'],
    [
      'It came. On Jan. 3 Lt. Col. J. R. Smith met Gen. Roe. All left.',
      'Smith',
      'On Jan. 3 Lt. Col. J. R. Smith met Gen. Roe.',
    ],
    ['The U.S. Army left. They went to the U.S. The men stayed.', 'Army', 'The U.S. Army left.'],
    ['The U.S. Army left. They went to the U.S. The men stayed.', 'went', 'They went to the U.S.'],
    ['He came in Jan. The men stayed.', 'came', 'He came in Jan.'],
    ['Das war z. B. am Tor. Dann ging er.', 'Tor', 'Das war z. B. am Tor.'],
    ['Это было в 2010 г. Потом А. Б. Иванов ушел. Всё.', 'было', 'Это было в 2010 г.'],
    ['Это было в 2010 г. Потом А. Б. Иванов ушел. Всё.', 'ушел', 'Потом А. Б. Иванов ушел.'],
    ['قال د. أحمد نعم. ثم ذهب.', 'نعم', 'قال د. أحمد نعم.'],
    ['他来了。“我知道。”她说。', '来', '他来了。'],
    ['他来了。“我知道。”她说。', '我', '“我知道。”'],
    ['他来了。“我知道。”她说。', '“', '“我知道。”'],
  ])('ends no sentence of “%s” at an abbreviation', (any, word, sentence) => {
    const span = snap(any, any.indexOf(word), any.indexOf(word) + word.length, 'sentence');
    expect(span && any.slice(span.start, span.end)).toBe(sentence);
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

// Letters with marks, a family, a flag, skin tones, jamo, a conjunct, right-to-left letters, ideographs, line ends.
const pieces = fc.constantFrom(
  ...['a', 'e\u0301', '\u0301', '\u200d', '\ufe0f', ' ', '.', '\r', '\n', '\r\n', '👨‍👩‍👧', '👍🏽', '🇫🇷', '🇩'],
  ...['\u1100', '\u1161', '\u11a8', 'क्ष', 'नि', 'שָׁ', 'ق', 'ال\u0651', '漢', 'を', 'ก็', '\u0600', '\u2028', 'ä'],
);
const mixed = fc.string({ unit: pieces, maxLength: 30 });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The edges of characters as the whole text has them; a line's characters are looked up line by line. */
function edgesOf(any: string): Set<number> {
  return new Set([...Array.from(graphemes.segment(any), ({ index }) => index), any.length]);
}

describe('what people see as one character', () => {
  it('is never cut: not by a selection, a snap, a move or a widened span, in any script', () => {
    fc.assert(
      fc.property(
        mixed,
        fc.nat(80),
        fc.nat(80),
        fc.constantFrom('word' as const, 'sentence' as const, 'paragraph' as const),
        (any, a, b, unit) => {
          const edges = edgesOf(any);
          const span = { start: Math.min(a, b, any.length), end: Math.min(Math.max(a, b), any.length) };
          const whole = wholeCharacters(any, span);
          expect(insideCharacter(any, span.start)).toBe(!edges.has(span.start));
          for (const one of [whole, wordsIn(any, span), snap(any, span.start, span.end, unit)])
            if (one) expect([edges.has(one.start), edges.has(one.end)]).toEqual([true, true]);
          if (span.start < span.end) {
            expect(whole.start).toBeLessThanOrEqual(span.start);
            expect(whole.end).toBeGreaterThanOrEqual(span.end);
          } else expect(whole.start).toBe(whole.end);
          expect(wholeCharacters(any, whole)).toEqual(whole);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is one step of the caret, forward and back, from one end to the other', () => {
    fc.assert(
      fc.property(mixed, (any) => {
        const edges = [...edgesOf(any)].sort((one, other) => one - other);
        for (const [nth, edge] of edges.entries()) {
          expect(nextCharacter(any, edge, 'forward')).toBe(edges[nth + 1] ?? any.length);
          expect(nextCharacter(any, edge, 'backward')).toBe(edges[nth - 1] ?? 0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is kept whole by steps of a word, which always come to an end', () => {
    fc.assert(
      fc.property(mixed, (any) => {
        const edges = edgesOf(any);
        for (const direction of ['forward', 'backward'] as const) {
          const last = direction === 'forward' ? any.length : 0;
          for (let at = any.length - last, left = any.length + 1; at !== last; left -= 1) {
            const to = nextWord(any, at, direction);
            expect(direction === 'forward' ? to > at : to < at).toBe(true);
            expect(edges.has(to)).toBe(true);
            expect(left).toBeGreaterThan(0);
            at = to;
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is a word’s step in scripts with and without spaces', () => {
    const line = 'Don’t stop.\r\nقال الوزير 東京都';
    const stops = [];
    for (let end = nextWord(line, 0, 'forward'); end < line.length; end = nextWord(line, end, 'forward'))
      stops.push(end);
    expect(stops.slice(0, 4).map((end) => line.slice(0, end).split(/\s+/).at(-1))).toEqual([
      'Don’t',
      'stop',
      'قال',
      'الوزير',
    ]);
    expect(line.slice(nextWord(line, line.indexOf('東'), 'backward'), line.indexOf('東'))).toBe('الوزير ');
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

  it('shows words near a place over the edges of its paragraph', () => {
    expect(words(wordsNear(text, at('Nobody denies it.'), 1))).toBe('districts. Nobody denies it.\r\nA');
    expect(words(wordsNear(text, at('A second'), 3))).toBe('Nobody denies it.\r\nA second\u00a0line, quite short.');
    const long = `${'word '.repeat(500)}here ${'word '.repeat(500)}`;
    const here = { start: 2500, end: 2504 };
    expect(long.slice(wordsNear(long, here, 3).start, wordsNear(long, here, 3).end)).toBe(
      'word word word here word word word',
    );
  });
});
