import { afterAll, describe, expect, it } from 'vitest';
import { EDITS, randomOf, sentencesOf, textsOf, untouched, wordsOf, type Random } from './corpus.fixtures';
import { pin, type StoredAnchor } from './pin';
import { recognisable } from './recognisable';
import { relocator } from './relocate';
import type { Span } from './span';
import { isThere, truthOf } from './truth.fixtures';

// No highlight may end on words that its analyst would not recognise, whatever the correction. Counted on realistic edits of
// the demo's articles, with seeds; and of any other texts, which CLAIMBENCH_ARTICLES=<folder> brings in.

const ROUNDS = Number(process.env.CLAIMBENCH_ROUNDS ?? 4);
const SPANS = 40;

/** Spans as analysts choose them: a word, a name, a number, a few words, a sentence, two. */
function spansOf(text: string, random: Random): Span[] {
  const [words, sentences] = [wordsOf(text), sentencesOf(text)];
  return Array.from({ length: SPANS }, (): Span => {
    const kind = random(5);
    if (kind > 2) {
      const at = random(sentences.length - 1);
      return { start: sentences[at]!.start, end: sentences[at + (kind - 3)]!.end };
    }
    const at = random(words.length - 12);
    return { start: words[at]!.start, end: words[at + [0, 1 + random(3), 4 + random(7)][kind]!]!.end };
  });
}

const figures = { 'carried right': 0, 'orphaned rightly': 0, 'orphaned needlessly': 0, wrong: 0 };
const ways: Record<string, number> = {};
type Figures = typeof figures;

function count(text: string, name: string, seed: number, into: Figures[]): string[] {
  const random = randomOf(seed);
  const edited = untouched(text);
  const spans = spansOf(text, random);
  EDITS[name]!(edited, random);
  const find = relocator(text, edited.text);
  const faults: string[] = [];
  for (const span of spans) {
    const quote = text.slice(span.start, span.end);
    const anchor = pin(text, { ...span, quote }) as StoredAnchor;
    const place = find(anchor);
    let result: keyof Figures;
    if (place.state === 'orphaned') result = truthOf(text, edited, span) ? 'orphaned needlessly' : 'orphaned rightly';
    else result = recognisable(quote, place.quote) && isThere(text, edited, span, place) ? 'carried right' : 'wrong';
    if (place.state !== 'orphaned') ways[place.how] = (ways[place.how] ?? 0) + 1;
    for (const one of into) one[result] += 1;
    if (result === 'wrong' && place.state !== 'orphaned')
      faults.push(`${name} ${seed}: “${quote}” was put on “${place.quote}” (${place.how})`);
  }
  return faults;
}

const { own, others } = textsOf();
const sources: [string, string[]][] = [
  ['the demo’s articles', own],
  ...(others.length ? [['other articles', others] as [string, string[]]] : []),
];

describe.each(sources)('corrections of %s', (_, texts) => {
  it.each(Object.keys(EDITS))('%s: nothing is put on words that are not its own', (name) => {
    const here: Figures = { 'carried right': 0, 'orphaned rightly': 0, 'orphaned needlessly': 0, wrong: 0 };
    const faults = texts.flatMap((text, at) =>
      Array.from({ length: ROUNDS }, (_, round) => count(text, name, 1_000 * at + round + 7, [here, figures])).flat(),
    );
    expect(faults).toEqual([]);
    expect(here['carried right'] + here['orphaned rightly']).toBeGreaterThan(here['orphaned needlessly'] * 4);
  });
});

afterAll(() => {
  const told = Object.entries(figures).map(([what, number]) => `${what} ${number}`);
  const how = Object.entries(ways).map(([way, number]) => `${way} ${number}`);
  const which = others.length
    ? `${own.length} demo articles and ${others.length} others`
    : `${own.length} demo articles, no others`;
  process.stdout.write(`Corpus of corrections (${which}): ${told.join(', ')}. Carried: ${how.join(', ')}.\n`);
});
