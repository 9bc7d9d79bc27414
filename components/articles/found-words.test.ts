import { describe, expect, it } from 'vitest';
import { foundWords } from './found-words';

const text = 'Then VELKAN ORDA and Velkan came; Orda’s men, Velkan Ordas, left Port Brask.';
const names = ['Velkan', 'Velkan Orda', 'Port Brask', ''];
const over = (words: string, nth = 0) => {
  let start = text.indexOf(words);
  for (let left = nth; left > 0; left -= 1) start = text.indexOf(words, start + 1);
  const { start: from, end } = foundWords(text, { start, end: start + words.length }, names);
  return text.slice(from, end);
};

describe('the words that a find is about', () => {
  it('are the longest known name over the letters, whatever the case', () => {
    expect(over('KAN')).toBe('VELKAN ORDA');
    expect(over('Vel')).toBe('Velkan');
    expect(over('ask')).toBe('Port Brask');
    expect(over('rt Br')).toBe('Port Brask');
  });

  it('are whole words where no name is: part of another word is no name', () => {
    expect(over('rdas')).toBe('Ordas');
    expect(over('me')).toBe('came');
    expect(over('Velkan Or', 0)).toBe('Velkan Ordas');
  });

  it('are without a possessive, unless it was looked for', () => {
    expect(over('rda’')).toBe('Orda’s');
    expect(over('Orda', 0)).toBe('Orda');
  });
});
