import { expect, it } from 'vitest';
import { canQuote, openForQuotes, quoteWords, subscribeQuotes, takeQuotes } from './quote-place';

const words = (quote: string) => ({ articleId: 'a', version: 1, start: 0, end: quote.length, quote });

it('quotes where the caret was last, and opens a field in the first thread where nobody writes', () => {
  const told: boolean[] = [];
  const stop = subscribeQuotes(() => told.push(canQuote()));
  const taken: string[] = [];
  const field = (name: string) => takeQuotes(({ quote }) => taken.push(`${name}: ${quote}`));
  const opened: string[] = [];
  const closeFirst = openForQuotes(() => opened.push('first'));
  const closeSecond = openForQuotes(() => opened.push('second'));
  quoteWords(words('one'));
  expect([opened, taken]).toEqual([['first'], []]);
  const reply = field('reply'); // the field that was opened takes what waited for it
  expect(taken).toEqual(['reply: one']);
  const other = field('other');
  expect(taken).toHaveLength(1);
  reply.hadCaret();
  quoteWords(words('two'));
  other.hadCaret();
  quoteWords(words('three'));
  expect(taken.slice(1)).toEqual(['reply: two', 'other: three']);
  for (const leave of [reply.leave, other.leave, closeFirst, closeSecond]) leave();
  expect([canQuote(), told.at(0), told.at(-1)]).toEqual([false, true, false]);
  stop();
});
