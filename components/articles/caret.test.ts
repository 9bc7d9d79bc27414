import { describe, expect, it } from 'vitest';
import { paragraphs } from '@/lib/anchoring/paragraphs';
import { nextParagraph } from './caret';

const text = 'one\r\n\r\n  \ntwo\nthree';
const list = paragraphs(text);
const at = (words: string) => text.indexOf(words);

describe('the caret by paragraphs', () => {
  it('goes from one line with words to the next, past blank ones, and to the ends', () => {
    expect(nextParagraph(list, 1, 'forward')).toBe(at('two'));
    expect(nextParagraph(list, at('two'), 'forward')).toBe(at('three'));
    expect(nextParagraph(list, at('three'), 'forward')).toBe(text.length);
    expect(nextParagraph(list, at('three') + 2, 'backward')).toBe(at('three'));
    expect(nextParagraph(list, at('two'), 'backward')).toBe(0);
    expect(nextParagraph(list, 0, 'backward')).toBe(0);
    expect(nextParagraph([], 0, 'forward')).toBe(0);
  });
});
