import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDITS, randomOf, textsOf, untouched } from './corpus.fixtures';
import { pin, type StoredAnchor } from './pin';
import { recognisable } from './recognisable';
import { relocate, relocator, toStored } from './relocate';
import { trimSpan } from './span';
import { isThere } from './truth.fixtures';

const anchorOn = (text: string, quote: string, nth = 0): StoredAnchor => {
  let start = text.indexOf(quote);
  for (let skipped = 0; skipped < nth; skipped += 1) start = text.indexOf(quote, start + 1);
  const anchor = pin(text, { start, end: start + quote.length, quote });
  if ('refused' in anchor) throw new Error(anchor.refused);
  return anchor;
};

const article = [
  'Border posts change hands',
  '',
  'The commander, known as Arsalon, is said to run five districts near the river. He is 25 years old.',
  'His group was founded in 2010 by a former field commander and has about 200 men under arms.',
  'A spokesman denied the report on Monday. Villagers say they have seen the men at the market.',
  '',
  'He has not been seen since.',
].join('\n');

describe('finding words again in a new version', () => {
  it('same text: the same place', () => {
    expect(relocate(anchorOn(article, 'five districts'), article, article)).toMatchObject({
      state: 'exact',
      how: 'same-place',
      start: article.indexOf('five districts'),
    });
  });

  it('text added before and after: the same words, further down', () => {
    const later = `Correction at the foot.\n\n${article.replace('He is 25', 'The man is 25')}\nMore.`;
    for (const quote of ['five districts', '25 years', 'about 200 men', 'He has not been seen since.']) {
      const found = relocate(anchorOn(article, quote), article, later);
      expect(found).toMatchObject({ state: 'exact', quote, start: later.indexOf(quote) });
    }
  });

  it('words changed within the quote: moved, with the new wording', () => {
    const later = article.replace('five districts near', 'six border districts near').replace('2010', '2006');
    expect(relocate(anchorOn(article, 'run five districts near the river'), article, later)).toMatchObject({
      state: 'moved',
      quote: 'run six border districts near the river',
    });
    expect(relocate(anchorOn(article, 'founded in 2010'), article, later)).toMatchObject({
      state: 'moved',
      quote: 'founded in 2006',
    });
  });

  it('a corrected spelling of a single word: moved', () => {
    const later = article.replace('Arsalon', 'Arsolon');
    expect(relocate(anchorOn(article, 'Arsalon'), article, later)).toMatchObject({ state: 'moved', quote: 'Arsolon' });
  });

  it('a wholly different word in its place: an orphan, not a guess', () => {
    const later = article.replace('25', '30');
    expect(relocate(anchorOn(article, '25'), article, later)).toEqual({ state: 'orphaned', reason: 'rewritten' });
  });

  it('deleted words: an orphan that says so', () => {
    const later = article
      .replace(' A spokesman denied the report on Monday.', '')
      .replace('\nA spokesman denied the report on Monday.', '\n');
    expect(relocate(anchorOn(article, 'A spokesman denied the report on Monday.'), article, later)).toEqual({
      state: 'orphaned',
      reason: 'deleted',
    });
  });

  it('a sentence moved to another paragraph: exact where it stands now', () => {
    const sentence = 'A spokesman denied the report on Monday.';
    const later = `${article.replace(`${sentence} `, '')}\n\nAt the end: ${sentence}`;
    expect(relocate(anchorOn(article, sentence), article, later)).toMatchObject({
      state: 'exact',
      start: later.indexOf(sentence),
    });
  });

  it('a sentence moved and lightly edited: moved, found by likeness', () => {
    const later = `${article.replace('A spokesman denied the report on Monday. ', '')}\n\nAt the end: A spokesman denied this report on Monday.`;
    expect(relocate(anchorOn(article, 'A spokesman denied the report on Monday.'), article, later)).toMatchObject({
      state: 'moved',
      how: 'fuzzy',
      quote: 'A spokesman denied this report on Monday.',
    });
  });

  it('one of two equal sentences deleted: its anchor is an orphan, the other stays', () => {
    const twice = `One. He said nothing more about it. Two is here.\nSome other text stands between the two.\nThree. He said nothing more about it. Four.`;
    const later = twice.replace('One. He said nothing more about it. Two is here.', 'One. Two is here.');
    const quote = 'He said nothing more about it.';
    expect(relocate(anchorOn(twice, quote, 0), twice, later).state).toBe('orphaned');
    expect(relocate(anchorOn(twice, quote, 1), twice, later)).toMatchObject({
      state: 'exact',
      start: later.indexOf(quote),
    });
  });

  it('so too when both stood in one paragraph: what stood elsewhere before is not taken for it', () => {
    const twice =
      'One. He said nothing more about it. Two is here, in the middle. He said nothing more about it. Three.';
    const quote = 'He said nothing more about it.';
    const later = twice.replace(`${quote} Two`, 'Two');
    expect(relocate(anchorOn(twice, quote, 0), twice, later)).toEqual({ state: 'orphaned', reason: 'deleted' });
    expect(relocate(anchorOn(twice, quote, 1), twice, later)).toMatchObject({ state: 'exact', quote });
  });

  it('a repeated sentence is found where it was selected, though text before it pushes the first to its offset', () => {
    const line = 'The same line again, to the letter.\n';
    const text = `${line}x\n${line}y\n${line}z\n`;
    const later = `${'n'.repeat(line.length + 1)}\n${text}`;
    for (const nth of [0, 1, 2]) {
      const anchor = anchorOn(text, 'same line', nth);
      expect(relocate(anchor, text, later)).toMatchObject({ state: 'exact', start: anchor.start + line.length + 2 });
    }
  });

  it('a different text altogether: every anchor is an orphan', () => {
    const other =
      'Prices of bread rose again this month. He said that the bakers of the town were few, and the men left.';
    for (const quote of ['five districts', 'He', 'the men', 'said', '25', 'A spokesman denied the report on Monday.'])
      expect(relocate(anchorOn(article, quote), article, other).state).toBe('orphaned');
  });

  it('a short word amid other words altogether is another word of that spelling', () => {
    const before = 'Alpha beta gamma delta 25 epsilon zeta eta theta iota kappa.';
    const after = 'Kilo lima mike november 25 oscar papa quebec romeo sierra.';
    expect(relocate(anchorOn(before, '25'), before, after)).toEqual({ state: 'orphaned', reason: 'rewritten' });
  });

  it('equally good places: an orphan', () => {
    const line = 'Officials in the capital said they were concerned.';
    const text = `Intro words here.\n${line}\nOutro words here.`;
    const later = `Intro words here.\nNew. ${line} And.\nNew. ${line} And.\nOutro words here.`;
    const found = relocate(anchorOn(text, line), text, later);
    expect(found).toEqual({ state: 'orphaned', reason: 'ambiguous' });
  });

  it('an anchor that was never true of the old text is not looked for', () => {
    const anchor = { ...anchorOn(article, 'five districts'), start: 3 };
    expect(relocate(anchor, article, article)).toEqual({ state: 'orphaned', reason: 'quote-mismatch' });
  });

  it('other line ends and spaces: the words are found, and called moved where a space in them changed', () => {
    const later = article.replaceAll('\n', '\r\n').replace('five districts', 'five\u00a0districts');
    expect(relocate(anchorOn(article, 'Arsalon'), article, later)).toMatchObject({ state: 'exact' });
    expect(relocate(anchorOn(article, 'five districts'), article, later)).toMatchObject({
      state: 'moved',
      quote: 'five\u00a0districts',
    });
  });
});

describe('a paragraph that stands in both texts, with likenesses beside it', () => {
  const ferry = 'The ferry left the gate at dawn with forty people. Captain Ilo Vantreight said that nobody was hurt.';
  const council = 'The council met on Tuesday. It voted to close the pier for three weeks.';
  const people = 'Forty people waited at the pier. The ferry would sail again on Friday.';
  const later = 'Captain Ilo Vantreight said that nobody was hurt badly. The harbour office confirmed it.';
  const twin = 'Captain Ilo Vantreight said that nobody was hurt at all. He said it twice.';
  const before = [ferry, council, people, later].join('\n\n');
  const after = ['A correction.', ferry, later, twin, council, people].join('\n\n');

  it.each([
    ['said that nobody was hurt', 0, ferry],
    ['Ilo Vantreight', 1, later],
    ['said that nobody was hurt badly', 0, later],
  ])('“%s” (%i) stays in it', (quote, nth, paragraph) => {
    expect(relocate(anchorOn(before, quote, nth), before, after)).toMatchObject({
      state: 'exact',
      start: after.indexOf(paragraph) + paragraph.indexOf(quote),
    });
  });

  it('is lost where the paragraph stands twice, or is another', () => {
    const [doubled, changed] = [
      after.replace(later, `${later}\n\n${later}`),
      after.replace('office confirmed', 'master confirmed'),
    ];
    for (const text of [doubled, changed])
      expect(relocate(anchorOn(before, 'Ilo Vantreight', 1), before, text).state).toBe('orphaned');
  });
});

const word = fc.string({ unit: fc.constantFrom(...'abcdefghij', '😀', 'é'), minLength: 3, maxLength: 8 });
const uniqueWords = fc.uniqueArray(word, { minLength: 12, maxLength: 60 });

describe('whatever the edit', () => {
  it('an answer is a slice of the new text; exact says the old words; no character is cut', () => {
    const small = fc.string({ unit: fc.constantFrom('a', 'b', 'he', ' ', '.', '\n', '\r', '😀'), maxLength: 60 });
    fc.assert(
      fc.property(small, small, fc.nat(60), fc.integer({ min: 1, max: 20 }), (before, after, from, length) => {
        const start = from % (before.length + 1);
        const end = Math.min(before.length, start + length);
        const anchor = pin(before, { start, end, quote: before.slice(start, end) });
        if ('refused' in anchor) return;
        const found = relocate(anchor, before, after);
        if (found.state === 'orphaned') return;
        const again = pin(after, found);
        expect(again).toEqual(toStored(found));
        expect(found.state === 'exact').toBe(found.quote === anchor.quote);
      }),
      { numRuns: 500 },
    );
  });

  it('words put in or taken out elsewhere leave an anchor exact, shifted by just as much', () => {
    fc.assert(
      fc.property(
        uniqueWords,
        fc.nat(),
        fc.nat(),
        fc.nat(3),
        fc.array(word, { maxLength: 4 }),
        (list, a, b, cut, put) => {
          const [first, last] = [a % list.length, Math.min(list.length, (a % list.length) + 3)];
          const outside = list.map((_, index) => index).filter((index) => index < first - 6 || index >= last + 6);
          if (!outside.length) return;
          const at = outside[b % outside.length] ?? 0;
          const gone = at < first ? Math.min(cut, first - 6 - at) : cut;
          const edited = [...list];
          edited.splice(at, Math.max(0, gone), ...put.map((one) => `${one}k`));
          const [before, after] = [list.join(' '), edited.join(' ')];
          const start = list.slice(0, first).join(' ').length + (first ? 1 : 0);
          const quote = list.slice(first, last).join(' ');
          const shift = at < first ? after.length - before.length : 0;
          const anchor = pin(before, { start, end: start + quote.length, quote });
          if ('refused' in anchor) throw new Error(anchor.refused);
          expect(relocate(anchor, before, after)).toMatchObject({ state: 'exact', quote, start: start + shift });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('words taken out are orphans, and never found among the others', () => {
    fc.assert(
      fc.property(uniqueWords, fc.nat(), (list, a) => {
        const first = a % list.length;
        const quote = list.slice(first, first + 3).join(' ');
        const before = list.join(' ');
        const after = [...list.slice(0, first), ...list.slice(first + 3)].join(' ');
        const start = list.slice(0, first).join(' ').length + (first ? 1 : 0);
        const anchor = pin(before, { start, end: start + quote.length, quote });
        if ('refused' in anchor) throw new Error(anchor.refused);
        expect(relocate(anchor, before, after).state).toBe('orphaned');
      }),
      { numRuns: 300 },
    );
  });

  it('a word replaced inside a long quote moves it, edges kept', () => {
    fc.assert(
      fc.property(uniqueWords, fc.nat(), (list, a) => {
        const first = a % (list.length - 6);
        const before = list.join(' ');
        const edited = list.map((one, index) => (index === first + 2 ? 'zzz' : one));
        const after = edited.join(' ');
        const quote = list.slice(first, first + 6).join(' ');
        const start = list.slice(0, first).join(' ').length + (first ? 1 : 0);
        const anchor = pin(before, { start, end: start + quote.length, quote });
        if ('refused' in anchor) throw new Error(anchor.refused);
        expect(relocate(anchor, before, after)).toMatchObject({
          state: 'moved',
          start,
          quote: edited.slice(first, first + 6).join(' '),
        });
      }),
      { numRuns: 300 },
    );
  });
});

it('finds 10,000 anchors again in a text of a million characters with edits all over it, in seconds', () => {
  const random = randomOf(5);
  const letters = 'aeioustrnlmdk';
  const vocabulary = Array.from({ length: 4_000 }, () =>
    Array.from({ length: 2 + random(8) }, () => letters[random(letters.length)]).join(''),
  );
  let before = '';
  while (before.length < 1_000_000)
    before += `${Array.from({ length: 40 + random(80) }, () => vocabulary[random(4_000)]).join(' ')}.\n\n`;
  const size = Math.ceil(before.length / 400);
  const after = Array.from({ length: 400 }, (_, index) => before.slice(index * size, (index + 1) * size))
    .map((piece, index) =>
      index % 3 ? `${piece.slice(0, -20)} changed words here ` : piece.replace(/ \w+ /, ' other '),
    )
    .join('');
  const anchors = Array.from({ length: 10_000 }, (_, index) => {
    const start = Math.floor((before.length / 10_000) * index);
    const end = start + 5 + ((index * 7) % 55);
    return pin(before, { start, end, quote: before.slice(start, end) }) as StoredAnchor;
  });
  const started = performance.now();
  const find = relocator(before, `A new line at the top.\n\n${after}`);
  const places = anchors.map((anchor) => find(anchor).state);
  const took = performance.now() - started;
  expect(places.filter((state) => state === 'exact').length).toBeGreaterThan(9_500);
  expect(took).toBeLessThan(10_000);
});

describe('whatever is edited', () => {
  it('no highlight ends on words that its analyst would not recognise, or at another place than the truth', () => {
    const texts = textsOf().own;
    const names = Object.keys(EDITS);
    fc.assert(
      fc.property(
        fc.nat(texts.length - 1),
        fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 200 })), { minLength: 1, maxLength: 12 }),
        (which, edits, seed, spans) => {
          const text = texts[which]!;
          const edited = untouched(text);
          const random = randomOf(seed);
          for (const name of edits) EDITS[name]!(edited, random);
          const find = relocator(text, edited.text);
          for (const [from, length] of spans) {
            const span = trimSpan(text, {
              start: from % text.length,
              end: Math.min(text.length, (from % text.length) + length),
            });
            const anchor = span && pin(text, { ...span, quote: text.slice(span.start, span.end) });
            if (!span || !anchor || 'refused' in anchor) continue;
            const place = find(anchor);
            if (place.state === 'orphaned') continue;
            expect([anchor.quote, place.quote, recognisable(anchor.quote, place.quote)]).toEqual([
              anchor.quote,
              place.quote,
              true,
            ]);
            expect([place.quote, isThere(text, edited, span, place)]).toEqual([place.quote, true]);
          }
        },
      ),
      { numRuns: 150, seed: Number(process.env.CLAIMBENCH_SEED ?? 20_261_127) },
    );
  });
});
