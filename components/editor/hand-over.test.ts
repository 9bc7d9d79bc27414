import { expect, it } from 'vitest';
import { earlyPieces } from './hand-over';

const words = (quote: string) => ({ articleId: 'a', version: 1, start: 0, end: quote.length, quote });

it('keeps the order of what was typed and what was pasted from an article', () => {
  const [first, second] = [words('nineteen hands'), words('a reporter')];
  expect(earlyPieces('See nineteen hands and a reporter, too', [first, second])).toEqual([
    'See ',
    first,
    ' and ',
    second,
    ', too',
  ]);
  expect(earlyPieces('nineteen hands', [first])).toEqual([first]);
  expect(earlyPieces('', [])).toEqual([]);
});

it('takes pasted words that were changed since for typed ones', () => {
  expect(earlyPieces('nineteen hand', [words('nineteen hands')])).toEqual(['nineteen hand']);
});
