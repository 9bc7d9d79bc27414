import type { Span } from './span';

// Scripts that put no spaces between words are compared character by character.
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const LETTER = String.raw`\p{L}\p{N}\p{M}_`;
const WORDS = `[${UNSPACED}]|(?:(?![${UNSPACED}])[${LETTER}])+`;

/** A stretch of a text with what stands there. */
export interface Piece extends Span {
  readonly text: string;
}

/** A word, a character of a script without spaces, or a single sign. */
const WORD_OR_SIGN = new RegExp(`${WORDS}|[^\\s${LETTER}]`, 'gu');
const WORD = new RegExp(WORDS, 'gu');

/** The words of a text in lower case, without the signs between them. */
export const wordList = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

const piecesOf = (text: string, { start, end }: Span, pattern: RegExp): Piece[] =>
  Array.from(text.slice(start, end).matchAll(pattern), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    text: match[0],
  }));

/** The words of a stretch, to the letter. */
export const wordPieces = (text: string, within: Span): Piece[] => piecesOf(text, within, WORD);

/** The words and signs of a stretch; only white space is left out. */
export const wordsAndSigns = (text: string, within: Span): Piece[] => piecesOf(text, within, WORD_OR_SIGN);
