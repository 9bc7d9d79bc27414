import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameWords } from './same-words';

const at = (text: string, words: string, nth = 0) => {
  let start = -1;
  for (let found = 0; found <= nth; found += 1) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
};

describe('words of an echo', () => {
  const from = 'The group was set up in 2010. The group was banned in 2012.';
  const to = 'Observers say: the group was set up in 2010. The group was banned, in May 2012.';

  it('are found on the other side, the second as the second', () => {
    expect(sameWords(from, at(from, 'set up in 2010'), to)).toEqual(at(to, 'set up in 2010'));
    expect(sameWords(from, at(from, 'group was', 1), to)).toEqual(at(to, 'group was', 1));
  });

  it('are not guessed where the other side words it otherwise, or has them more often', () => {
    expect(sameWords(from, at(from, 'banned in 2012'), to)).toBeNull();
    expect(sameWords(from, at(from, 'The group', 1), to)).toBeNull();
    expect(sameWords(from, { start: 3, end: 3 }, to)).toBeNull();
  });

  it('are the very same words, wherever they are found, and all of a passage is found in itself', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '😀'), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, fc.nat(30), fc.nat(30), (one, other, p, q) => {
        const span = { start: Math.min(p, q, one.length), end: Math.min(Math.max(p, q), one.length) };
        const found = sameWords(one, span, other);
        if (found) expect(other.slice(found.start, found.end)).toBe(one.slice(span.start, span.end));
        if (span.start < span.end) expect(sameWords(one, span, one)).toEqual(span);
      }),
    );
  });
});
