import { describe, expect, it } from 'vitest';
import { paragraphAround, wordsAround } from './paragraph';

const text = 'First line.\r\nThe group was banned in 2012, he said.\r\nLast.';
const around = (words: string) => {
  const start = text.indexOf(words);
  return paragraphAround(text, start, start + words.length);
};

describe('the paragraph around a span', () => {
  it('is the rest of its line', () =>
    expect(around('banned')).toEqual({ before: 'The group was ', after: ' in 2012, he said.' }));
  it('is the rest of the first and the last line of a longer one', () =>
    expect(around('line.\r\nThe group')).toEqual({ before: 'First ', after: ' was banned in 2012, he said.' }));
  it('does not go on when the span ends with the line end', () =>
    expect(around('First line.\r\n')).toEqual({ before: '', after: '' }));
  it('is nothing in an empty text', () => expect(paragraphAround('', 0, 0)).toEqual({ before: '', after: '' }));
});

it('the words kept with a quote are whole, and say where the text goes on', () => {
  expect(wordsAround({ prefix: 'ficer he said ', suffix: ' then went ho', start: 90 })).toEqual({
    before: '… he said ',
    after: ' then went …',
  });
  expect(wordsAround({ prefix: 'He ', suffix: '', start: 3 })).toEqual({ before: 'He ', after: '' });
});
