// Letters that Unicode does not take apart into a base letter and a mark.
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ς: 'σ',
};
const PLAIN_LETTER = /[ßæœøłđðþıħς]/g;

// Accents of Latin, Greek and Cyrillic, and the vowel signs of Arabic and Hebrew. Marks of other scripts are letters.
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;
// Apostrophes of all kinds, and what cannot be seen.
const DROPPED = /['’‘‛ʼʻʾʿ`´′＇\u00ad\u200b-\u200f\u2060\ufeff]/g;
const DASHES = /[-‐‑‒–—―−﹣－]/g;
// Most names: nothing to fold but capitals.
const PLAIN_NAME = /^[A-Za-z0-9.,]+(?: [A-Za-z0-9.,]+)*$/;

/**
 * A name as it is compared: without case, accents, apostrophes and invisible characters, with dashes, non-breaking and
 * repeated spaces as one space. Two spellings that fold alike differ in typing, not in name. Never shown or stored.
 */
export function fold(name: string): string {
  if (PLAIN_NAME.test(name)) return name.toLowerCase();
  return name
    .replace(DROPPED, '') // first: some of these signs come apart into a space and a mark
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(DROPPED, '')
    .replace(PLAIN_LETTER, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
    .replace(DASHES, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How the words of a mention spell a name: on one line, cut where no name is that long. */
export const spellingOf = (quote: string): string => quote.replace(/\s+/g, ' ').trim().slice(0, 300);

/** A spelling without what hands and headlines change: capitals, apostrophes, dashes and spaces of any kind. Accents stay. Never shown or stored. */
export const asTyped = (name: string): string =>
  name.normalize('NFC').replace(DROPPED, '').replace(DASHES, ' ').replace(/\s+/g, ' ').trim().toLowerCase();

const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= '0' && unit <= '9';

/**
 * Whether one letter was left out, put in, replaced, or swapped with its neighbour. Equal texts are not; a digit is no
 * letter ("Unit 731" is not "Unit 732").
 */
export function oneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (isDigit(long[at]) || isDigit(short[at])) return false;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return swapped && short.slice(at + 2) === long.slice(at + 2);
}
