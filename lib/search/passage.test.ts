import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, findWords, isAsked } from './passage';

const at = (text: string, typed: string) => {
  const span = findWords(text, typed);
  return span && text.slice(span.start, span.end);
};

describe('where words stand', () => {
  it.each([
    ['He had declared readiness to invade.', 'ready', null],
    ['He had declared readiness to invade.', 'readi', 'readiness'],
    ['a car, then the cart', 'cart', 'cart'],
    ['Hajji\u00a0Arsalān was  there', 'hajji arsalan', 'Hajji\u00a0Arsalān'],
    ['“Five—districts”, he said', 'five districts', 'Five—districts'],
    ['He named the district; five of them.', 'five districts', null],
    ['He named the districts: there are five.', 'five districts', 'districts'],
    ['İstanbul’da, ÉTAT et Łódź', 'etat', 'ÉTAT'],
    ['😀😀 two of us', 'US', 'us'],
    ['(C++) costs $5.', '5', '5'],
    ['anything', ' …', null],
  ])('in %j, %j finds %j', (text, typed, words) => expect(at(text, typed)).toBe(words));

  it('finds each word of any text where it stands first', () => {
    const word = fc.stringMatching(/^[a-zà-öø-ÿа-я]{3,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.nat(), (words, pick) => {
        const text = words.join(' \u00a0– ');
        const chosen = words[pick % words.length]!;
        const span = findWords(text, chosen)!;
        expect(text.slice(span.start, span.start + chosen.length)).toBe(chosen);
        expect(span.start === 0 || text[span.start - 1] === ' ').toBe(true);
      }),
    );
  });
});

it('cuts an excerpt at blanks, on one line, and gives the words to the letter', () => {
  const text = `${'before '.repeat(20)}the\nwords\r\n${'after '.repeat(20)}`;
  const span = findWords(text, 'words')!;
  const { before, words, after } = excerptOf(text, span);
  expect([before, words, after]).toEqual([
    expect.stringMatching(/^…before (before )+the $/),
    'words',
    expect.stringMatching(/^ after( after)+…$/),
  ]);
  expect(excerptOf('only these words', { start: 11, end: 16 })).toEqual({
    before: 'only these ',
    words: 'words',
    after: '',
  });
});

it('asks for nothing where there is no letter and no digit', () => {
  expect(['…', '- –', '7', 'ä'].map(isAsked)).toEqual([false, false, true, true]);
});
