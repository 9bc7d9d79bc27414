import { insideCharacter } from '@/lib/anchoring/snap';
import type { Span } from '@/lib/anchoring/span';

/** More than anybody walks through; the count then says "1,000+". */
export const MOST_HITS = 1000;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const escaped = (signs: string): string => signs.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Vowel signs and the like, and the stroke that stretches a word: most texts leave them out, and so may who looks. */
const POINTS =
  '[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670]*';

/** What hyphenation and joining leave in a text, and nobody sees. */
const UNSEEN = '[\\u00ad\\u200b\\u2060]*';

const accented = new Map<string, string>();
/** A letter from a to z in all its accents, as a pattern: whoever types none finds it with any. */
function anyAccent(letter: string): string {
  if (accented.size === 0)
    for (let code = 0xc0; code < 0x1f00; code += 1) {
      // Latin letters with accents stand in two stretches.
      if (code === 0x250) code = 0x1e00;
      const [base = ''] = String.fromCharCode(code).normalize('NFD').toLowerCase();
      accented.set(base, (accented.get(base) ?? base) + String.fromCharCode(code));
    }
  return `[${accented.get(letter.toLowerCase()) ?? letter}]\\p{M}*`;
}

/** One character as a pattern, in whichever of its spellings a text has it: an é of one code point or of two. */
function patternOf(character: string): string {
  if (character.trim() === '') return '\\s+';
  if ("'’‘".includes(character)) return "['’‘]";
  if ('"“”„'.includes(character)) return '["“”„]';
  if (/^[\p{Script=Arabic}\p{Script=Hebrew}]$/u.test(character)) return `${character}${POINTS}`;
  if (/^[a-z]$/i.test(character)) return anyAccent(character);
  const forms = new Set([character, character.normalize('NFC'), character.normalize('NFD')]);
  return forms.size === 1 ? escaped(character) : `(?:${[...forms].map(escaped).join('|')})`;
}

/**
 * Where the words stand in the text, in order: whatever the case, with any white space between them (a line end or a
 * non-breaking space too), apostrophes and quotation marks of either shape, composed or with combining marks, letters typed without an
 * accent with any, Arabic and Hebrew with or without their vowel signs, past soft hyphens, and never part of what people see as one character. At most `MOST_HITS`. UTF-16 offsets.
 */
export function hitsOf(text: string, wanted: string): Span[] {
  const words = wanted.trim().replace(/\s+/g, ' ');
  if (words === '') return [];
  const pattern = Array.from(characters.segment(words), ({ segment }) => patternOf(segment)).join(UNSEEN);
  const found: Span[] = [];
  for (const { index, 0: hit } of text.matchAll(new RegExp(pattern, 'giu'))) {
    const end = index + hit.length;
    if (insideCharacter(text, index) || insideCharacter(text, end)) continue;
    found.push({ start: index, end });
    if (found.length >= MOST_HITS) break;
  }
  return found;
}
