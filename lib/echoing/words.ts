import { fold } from '@/lib/entities/folding';

/** A text as a row of words: how each compares, and where it stands in UTF-16 units, end exclusive. */
export type Words = {
  text: string;
  folded: string[];
  starts: number[];
  ends: number[];
};

// Letters, digits and marks, with apostrophes, soft hyphens and joiners within; whatever else stands between words.
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼʻ＇\u00ad\u200b-\u200d\u2060\ufeff]+[\p{L}\p{N}\p{M}]+)*/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const PLAIN = /^[a-z0-9]+$/;

let segmenter: Intl.Segmenter | undefined;
/** Words of a stretch in a script that puts no blanks between them, by the dictionary of ICU. */
function segmented(stretch: string): { index: number; segment: string }[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return [...segmenter.segment(stretch)];
}

/** The words of a text in order. Two words compare alike when they differ in case, accents or apostrophes only. */
export function wordsOf(text: string): Words {
  const words: Words = { text, folded: [], starts: [], ends: [] };
  const add = (word: string, start: number) => {
    const folded = PLAIN.test(word) ? word : fold(word);
    if (folded === '') return;
    words.folded.push(folded);
    words.starts.push(start);
    words.ends.push(start + word.length);
  };
  for (const { 0: word, index } of text.matchAll(WORD))
    if (UNSPACED.test(word)) for (const part of segmented(word)) add(part.segment, index + part.index);
    else add(word, index);
  return words;
}

// What ends a sentence: a stop with whatever closes quotes behind it and a blank, or the end of a line.
const SENTENCE_END = /[.!?…][\p{Pf}\p{Pe}"'”’]*\s|[。！？]|[\r\n\u2028\u2029]/u;

/** The sentences of a text as ranges [from, to) of its words. An abbreviation may cut one in two; both sides are cut alike. */
export function sentencesOf({ text, starts, ends }: Words): { from: number; to: number }[] {
  const sentences: { from: number; to: number }[] = [];
  let from = 0;
  for (let at = 0; at < starts.length; at++) {
    const last = at === starts.length - 1;
    if (!last && !SENTENCE_END.test(text.slice(ends[at], starts[at + 1]))) continue;
    sentences.push({ from, to: at + 1 });
    from = at + 1;
  }
  return sentences;
}
