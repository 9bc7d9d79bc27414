import { fold } from './folding';
import { inLatin } from './transliteration';

// Doubles of letters that transliterations of Arabic, Persian and Cyrillic names swap. Order matters: digraphs before letters.
const SOUNDS: readonly [RegExp, string][] = [
  [/tch|tsch/g, 'c'],
  [/sch|sh/g, 'x'],
  [/dzh|zh|dj/g, 'j'],
  [/kh|gh(?=\w)/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|q|c(?!h)/g, 'k'],
  [/ch/g, 'c'],
  [/ts|tz/g, 's'],
  [/ks/g, 'x'],
  [/(?<=[aeiouy])(?:ff|f|w)\b/g, 'v'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/g/g, 'g'],
];
const ARTICLES = new Set(['al', 'el', 'ul', 'ol', 'il', 'the', 'bin', 'ibn', 'ben']);
const FEWEST_CONSONANTS = 3;

/** The words of a name, folded. */
export const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);

/**
 * What is left of a name, in Latin letters, when everything is taken out in which transliterations differ: vowels, doubled letters, q and k, kh and
 * h, -ov and -off, the article. '' where less than three consonants remain, which would be like too much.
 */
export function skeleton(name: string): string {
  const all = wordsOf(name).map(inLatin);
  const words = all.length > 1 ? all.filter((word) => !ARTICLES.has(word)) : all;
  if (words.some((word) => /[^a-z]/.test(word))) return '';
  const bones = words.map((word) => {
    let sound = word;
    for (const [letters, one] of SOUNDS) sound = sound.replace(letters, one);
    const start = /^[aeiouy]/.test(sound) ? 'a' : '';
    return (start + sound.replace(/[aeiouy']/g, '').replace(/(?<=.)h$/, '')).replace(/(.)\1+/g, '$1');
  });
  return bones.join('').replace(/a/g, '').length < FEWEST_CONSONANTS ? '' : bones.join(' ');
}
