import { describe, expect, it } from 'vitest';
import { droppedWords, figureWords, percentWords } from './agreement-words';

describe('a figure in words', () => {
  it('is 100 % only when all agree and 0 % only when nobody does', () => {
    expect([percentWords(3, 4), percentWords(999, 1000), percentWords(1, 1000)]).toEqual(['75 %', '99 %', '1 %']);
    expect([percentWords(4, 4), percentWords(0, 4), percentWords(0, 0)]).toEqual(['100 %', '0 %', '–']);
  });

  it('has a true minus, and no zero below zero', () => {
    expect([figureWords(0.8586), figureWords(-0.25), figureWords(-0.001)]).toEqual(['0.86', '−0.25', '0.00']);
  });

  it('names what was left out by number', () => {
    expect(droppedWords({ why: 'lost', n: 1 })).toBe('1 tag on words that are gone');
    expect(droppedWords({ why: 'unmatched', n: 1200 })).toBe('1,200 passages that only one tagged');
  });
});
