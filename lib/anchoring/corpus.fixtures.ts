import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Corrections as papers make them, with the truth beside: for each character of the corrected text which one of the old text
// it is, or which one it stands for. So it is known for every span of the old text where its words are now, or that they are
// gone. Everything follows from the seed.

export type Random = (below: number) => number;

/** Whole numbers below a bound, the same for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/**
 * A text on its way: `from[i]` is the old offset that the unit at `i` is, or stands for (in a replacement); -1 is new, and a
 * copy of what stands elsewhere too is -2 and below.
 */
export interface Edited {
  text: string;
  from: number[];
}

export const untouched = (text: string): Edited => ({ text, from: Array.from({ length: text.length }, (_, at) => at) });

/** The old offset that a unit is a copy of; negative where it is none. */
export const copied = (from: number): number => -2 - from;
const copyOf = (from: number): number => (from >= 0 ? -2 - from : from);

/** Puts other words in place of some: they stand for those that went. */
function replace(now: Edited, start: number, end: number, words: string): void {
  const gone = now.from.slice(start, end);
  const standsFor = Array.from({ length: words.length }, (_, index) =>
    gone.length === 0 ? -1 : gone[Math.min(gone.length - 1, Math.floor((index * gone.length) / words.length))]!,
  );
  now.text = now.text.slice(0, start) + words + now.text.slice(end);
  now.from.splice(start, end - start, ...standsFor);
}

function put(now: Edited, at: number, words: string): void {
  now.text = now.text.slice(0, at) + words + now.text.slice(at);
  now.from.splice(at, 0, ...Array.from({ length: words.length }, () => -1));
}

function cut(now: Edited, start: number, end: number): { text: string; from: number[] } {
  const text = now.text.slice(start, end);
  now.text = now.text.slice(0, start) + now.text.slice(end);
  return { text, from: now.from.splice(start, end - start) };
}

function paste(now: Edited, at: number, piece: { text: string; from: number[] }): void {
  now.text = now.text.slice(0, at) + piece.text + now.text.slice(at);
  now.from.splice(at, 0, ...piece.from);
}

type Stretch = { start: number; end: number };
const stretches = (text: string, pattern: RegExp): Stretch[] =>
  Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));
export const sentencesOf = (text: string): Stretch[] => stretches(text, /[^\s.!?][^.!?\n]*[.!?]+[”"’»)]*/g);
export const wordsOf = (text: string): Stretch[] => stretches(text, /[\p{L}\p{N}\p{M}_]+/gu);
const paragraphsOf = (text: string): Stretch[] =>
  stretches(text, /[^\n]+\n*/g).filter(({ start, end }) => end - start > 3);
const pick = <T>(list: readonly T[], random: Random): T | undefined => list[random(list.length)];

const some = <T>(list: readonly T[], count: number, random: Random): T[] => {
  const rest = [...list];
  return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(random(rest.length), 1)[0]!);
};

const OTHER_WORDS =
  `harbour council according later warned reportedly ministry village eastern since convoy under officers letter
  Tuesday spring border unclear however several told agency bridge north whose before witnesses closed denied`.split(
    /\s+/,
  );
const NEW_SENTENCES = [
  'The ministry did not answer a request for comment.',
  'Two people who were present gave the same account.',
  'The claim could not be checked on the spot.',
  'He said that he had nothing to add to it.',
  'It was not clear who had given the order.',
];
const someWords = (random: Random, count: number) =>
  Array.from({ length: count }, () => OTHER_WORDS[random(OTHER_WORDS.length)]).join(' ');

type Edit = (now: Edited, random: Random) => void;

/** Changes words from the last to the first, so that offsets before them stay true. */
function change(now: Edited, places: readonly Stretch[], words: (was: string) => string): void {
  for (const { start, end } of [...places].sort((a, b) => b.start - a.start))
    replace(now, start, end, words(now.text.slice(start, end)));
}

const fixTypos: Edit = (now, random) => {
  const long = wordsOf(now.text).filter(({ start, end }) => end - start > 4);
  change(now, some(long, 1 + random(5), random), (was) => {
    const at = 1 + random(was.length - 2);
    return random(2) ? was.slice(0, at) + was.slice(at + 1) : was.slice(0, at) + was[at - 1]! + was.slice(at);
  });
};
const respellName: Edit = (now, random) => {
  const names = wordsOf(now.text).filter(
    ({ start, end }) => end - start > 4 && /^\p{Lu}/u.test(now.text.slice(start, end)),
  );
  const chosen = pick(names, random);
  if (!chosen) return;
  const name = now.text.slice(chosen.start, chosen.end);
  const at = 1 + random(name.length - 1);
  const other = name.slice(0, at) + 'aeiou'[random(5)]! + name.slice(at + 1);
  change(
    now,
    wordsOf(now.text).filter(({ start, end }) => now.text.slice(start, end) === name),
    () => other,
  );
};

const changeNumbers: Edit = (now, random) => {
  const numbers = stretches(now.text, /\d+/g);
  change(now, some(numbers, 1 + random(4), random), (was) => String(Math.max(1, Number(was) + 1 + random(9))));
};

const rewordSentence: Edit = (now, random) => {
  const sentence = pick(sentencesOf(now.text), random);
  if (!sentence) return;
  const share = [0.2, 0.4, 0.6, 0.9][random(4)]!;
  const inside = wordsOf(now.text).filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  change(now, some(inside, Math.ceil(inside.length * share), random), () => someWords(random, 1 + random(2)));
};

const insertSentence: Edit = (now, random) => {
  const place = pick(sentencesOf(now.text), random);
  if (place) put(now, place.end, ` ${pick(NEW_SENTENCES, random)!}`);
};
const insertParagraph: Edit = (now, random) => {
  const place = pick(paragraphsOf(now.text), random);
  if (place) put(now, place.start, `${pick(NEW_SENTENCES, random)!} ${someWords(random, 12)}.\n\n`);
};
const removeSentence: Edit = (now, random) => {
  const sentence = pick(sentencesOf(now.text), random);
  if (sentence) cut(now, sentence.start, sentence.end);
};
const removeParagraph: Edit = (now, random) => {
  const paragraph = pick(paragraphsOf(now.text), random);
  if (paragraph) cut(now, paragraph.start, paragraph.end);
};
const moveParagraph: Edit = (now, random) => {
  const paragraph = pick(paragraphsOf(now.text), random);
  if (!paragraph) return;
  const piece = cut(now, paragraph.start, paragraph.end);
  paste(now, pick(paragraphsOf(now.text), random)?.start ?? 0, piece);
};
const moveSentence: Edit = (now, random) => {
  const sentence = pick(sentencesOf(now.text), random);
  if (!sentence) return;
  const piece = cut(now, sentence.start, sentence.end);
  const place = pick(sentencesOf(now.text), random)?.end ?? 0;
  put(now, place, ' ');
  paste(now, place + 1, piece);
};
const swapNeighbours: Edit = (now, random) => {
  const list = sentencesOf(now.text);
  const at = random(Math.max(1, list.length - 1));
  const [first, second] = [list[at], list[at + 1]];
  if (!first || !second) return;
  const later = cut(now, second.start, second.end);
  const earlier = cut(now, first.start, first.end);
  paste(now, first.start, later);
  paste(now, second.start - (first.end - first.start) + later.text.length, earlier);
};
const swapQuotes: Edit = (now, random) => {
  const quotes = stretches(now.text, /[“"«][^“”"«»\n]{3,}[”"»]/g);
  const [a, b] = some(quotes, 2, random).sort((x, y) => x.start - y.start);
  if (!a || !b) return;
  const second = cut(now, b.start, b.end);
  const first = cut(now, a.start, a.end);
  paste(now, a.start, second);
  paste(now, b.start - first.text.length + second.text.length, first);
};
const doubleSentence: Edit = (now, random) => {
  const sentence = pick(sentencesOf(now.text), random);
  const place = pick(sentencesOf(now.text), random);
  if (!sentence || !place) return;
  const piece = {
    text: now.text.slice(sentence.start, sentence.end),
    from: now.from.slice(sentence.start, sentence.end).map(copyOf),
  };
  put(now, place.end, ' ');
  paste(now, place.end + 1, piece);
};
const replaceSentence: Edit = (now, random) => {
  const sentence = pick(sentencesOf(now.text), random);
  if (!sentence) return;
  cut(now, sentence.start, sentence.end);
  put(now, sentence.start, `${someWords(random, 6 + random(10))}.`);
};
const normaliseMarks: Edit = (now) => {
  const plain: Record<string, string> = { '“': '"', '”': '"', '‘': "'", '’': "'", '«': '"', '»': '"', '–': '-' };
  change(now, stretches(now.text, /[“”‘’«»–]/g), (was) => plain[was]!);
};
const normaliseBlanks: Edit = (now, random) => {
  if (random(2)) change(now, stretches(now.text, /\n/g), () => '\r\n');
  change(now, some(stretches(now.text, / /g), 20, random), () => (random(2) ? '\u00a0' : '  '));
};
const rejoinLines: Edit = (now) => change(now, stretches(now.text, /\n\n+/g), () => '\n');
const changeBoilerplate: Edit = (now, random) => {
  put(now, 0, `Updated ${1 + random(28)} November. ${pick(NEW_SENTENCES, random)!}\n\n`);
  put(
    now,
    now.text.length,
    '\n\nCorrection: an earlier version of this article gave another figure. All rights reserved.',
  );
  if (random(2)) removeParagraph(now, random);
};
const rewriteAll: Edit = (now, random) => {
  const { length } = now.text;
  cut(now, 0, length);
  while (now.text.length < length)
    put(now, now.text.length, `${someWords(random, 8)}. ${pick(NEW_SENTENCES, random)!} `);
};

/** The kinds of edit. Each may be made alone; `everything` makes several of them, one after another. */
export const EDITS: Record<string, Edit> = {
  fixTypos,
  respellName,
  changeNumbers,
  rewordSentence,
  insertSentence,
  insertParagraph,
  removeSentence,
  removeParagraph,
  moveParagraph,
  moveSentence,
  swapNeighbours,
  swapQuotes,
  doubleSentence,
  replaceSentence,
  normaliseMarks,
  normaliseBlanks,
  rejoinLines,
  changeBoilerplate,
  rewriteAll,
  everything(now, random) {
    const ordinary = Object.entries(EDITS).filter(([name]) => name !== 'everything' && name !== 'rewriteAll');
    for (const [, edit] of some(ordinary, 2 + random(6), random)) edit(now, random);
  },
};

/** The demo's own articles, and those of a folder that CLAIMBENCH_ARTICLES names. */
export function textsOf(): { own: string[]; others: string[] } {
  const read = (folder: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const { CLAIMBENCH_ARTICLES: folder } = process.env;
  return { own: read(path.resolve('prisma/seed/articles')), others: folder ? read(folder) : [] };
}
