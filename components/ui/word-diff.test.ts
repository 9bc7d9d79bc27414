import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from './word-diff';

const without = (kind: string, before: string, after: string) =>
  wordDiff(before, after)
    .filter((run) => run.kind !== kind)
    .map((run) => run.text)
    .join('');

describe('wordDiff', () => {
  it('names the words that went and those that came', () => {
    expect(wordDiff('married women in Tajikistan', 'married local women in Badakhshan')).toEqual([
      { kind: 'same', text: 'married ' },
      { kind: 'added', text: 'local ' },
      { kind: 'same', text: 'women in ' },
      { kind: 'removed', text: 'Tajikistan' },
      { kind: 'added', text: 'Badakhshan' },
    ]);
  });

  it('takes a date for one word', () => {
    expect(wordDiff('until 2021-07-13', 'until 2024-12-31')).toEqual([
      { kind: 'same', text: 'until ' },
      { kind: 'removed', text: '2021-07-13' },
      { kind: 'added', text: '2024-12-31' },
    ]);
  });

  it('keeps neighbouring changes together', () => {
    expect(wordDiff('in five districts', 'in the north')).toEqual([
      { kind: 'same', text: 'in ' },
      { kind: 'removed', text: 'five districts' },
      { kind: 'added', text: 'the north' },
    ]);
  });

  it('compares words of other scripts as words', () => {
    expect(wordDiff('Ансоруллоҳ манъ шуд', 'Ансоруллоҳ барпо шуд')).toContainEqual({ kind: 'added', text: 'барпо' });
  });

  it('has one run for equal texts and none for two empty ones', () => {
    expect(wordDiff('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
    expect(wordDiff('', '')).toEqual([]);
  });

  it('gives both texts back to the letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        expect(without('added', before, after)).toBe(before);
        expect(without('removed', before, after)).toBe(after);
      }),
    );
    const words = fc.array(fc.constantFrom('a', 'b', ' ', '  ', '\n', ',', 'word')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(without('added', before, after)).toBe(before);
        expect(without('removed', before, after)).toBe(after);
      }),
    );
  });

  it('does not search long for a script between texts with nothing in common', () => {
    const text = (word: string) => Array.from({ length: 4000 }, (_, at) => `${word}${at}`).join(' ');
    expect(wordDiff(text('a'), text('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
