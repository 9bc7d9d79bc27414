import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomOf, sentencesOf, textsOf } from './corpus.fixtures';
import { differences } from './differences';
import { pin, type StoredAnchor } from './pin';
import { relocate } from './relocate';

const anchorOn = (text: string, quote: string): StoredAnchor => {
  const start = text.lastIndexOf(quote);
  return pin(text, { start, end: start + quote.length, quote }) as StoredAnchor;
};

describe('a sentence that was taken out before one that begins with the same words', () => {
  it.each<[old: string, gone: string, from: string, to: string]>([
    [
      'The minister denied it at once. The minister then flew to Osh with two aides.',
      'The minister denied it at once. ',
      'two',
      'three',
    ],
    [
      'The mayor of Ulvik resigned in May.\n\nThe bridge at Karsu was closed for nine days after that.',
      'The mayor of Ulvik resigned in May.\n\n',
      'nine',
      'ten',
    ],
    [
      'He told the court nothing. He later said the letter had reached him in May.',
      'He told the court nothing. ',
      'May',
      'June',
    ],
    [
      'The regional governor had it measured. The reservoir stood four metres above the rule curve.',
      'The regional governor had it measured. ',
      'the rule',
      'the  rule',
    ],
  ])('leaves the other one whole: %s', (old, gone, from, to) => {
    const quote = old.slice(gone.length);
    const young = `At noon it was told.\n\n${quote.replace(from, to)}`;
    const text = `At noon it was told.\n\n${old}`;
    expect(relocate(anchorOn(text, quote), text, young)).toMatchObject({
      state: 'moved',
      quote: quote.replace(from, to),
    });
    // And the words of the one that went are nobody's.
    expect(relocate(anchorOn(text, gone.trim()), text, young)).toEqual({ state: 'orphaned', reason: 'deleted' });
    // Brought in again it leaves it whole as well.
    expect(relocate(anchorOn(young, quote.replace(from, to)), young, text)).toMatchObject({ quote });
  });

  it('leaves it whole wherever in an article, with a word of it corrected that is not among its first', () => {
    const [text] = textsOf().own;
    const sentences = sentencesOf(text!);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: sentences.length - 2 }), fc.nat(), (at, seed) => {
        const [first, second] = [sentences[at]!, sentences[at + 1]!];
        const [one, other] = [first, second].map(({ start, end }) => `The keeper of it ${text!.slice(start, end)}`);
        const between = text!.slice(first.end, second.start);
        const [head, rest] = [text!.slice(0, first.start), text!.slice(second.end)];
        const words = other!.split(' ');
        const nth = 8 + randomOf(seed)(Math.max(1, words.length - 9));
        const corrected = words.map((word, place) => (place === nth ? 'corrected' : word)).join(' ');
        const old = `${head}${one}${between}${other}${rest}`;
        const place = relocate(anchorOn(old, other!), old, `${head}${corrected}${rest}`);
        if (words.length > 12) expect(place).toMatchObject({ quote: corrected });
        else if (place.state !== 'orphaned') expect(corrected).toContain(place.quote);
      }),
      { numRuns: 1000 },
    );
  });
});

it('half a character is never taken along', () => {
  const quote = 'The harbour was closed on Monday, as it was said \u{1f44d}';
  const old = `It was told.\n\n${quote} and nobody knew when it would open.`;
  const young = `It was told.\n\n${quote.replace('\u{1f44d}', '\u{1f44e}')} or so they thought at noon.`;
  const place = relocate(anchorOn(old, quote), old, young);
  expect('quote' in place && place.quote.isWellFormed()).toBe(true);
});

it('of a sentence that was put in twice the first one is the old one', () => {
  const [head, twice, tail] = [
    'It showed men in uniforms.\n',
    'Some spoke with an accent.',
    ' The video showed the fall of the centre.',
  ];
  const old = head + twice + tail;
  expect(relocate(anchorOn(old, twice), old, `${head}${twice} ${twice}${tail}`)).toMatchObject({
    state: 'exact',
    start: head.length,
  });
});

it('what two texts have in common agrees, and stands in order, however it was moved', () => {
  const word = fc.constantFrom('The', 'keeper', 'then', 'left.', 'He', 'Osh,', '\n\n', 'two');
  const text = fc.array(word, { maxLength: 24 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (old, young) => {
      let [before, after] = [0, 0];
      for (const { oldStart, newStart, length } of differences(old, young).kept) {
        expect(oldStart).toBeGreaterThanOrEqual(before);
        expect(newStart).toBeGreaterThanOrEqual(after);
        expect(old.slice(oldStart, oldStart + length)).toBe(young.slice(newStart, newStart + length));
        [before, after] = [oldStart + length, newStart + length];
      }
    }),
    { numRuns: 2000 },
  );
});
