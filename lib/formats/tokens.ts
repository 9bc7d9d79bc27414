import type { ExportSpan } from './source';

/** A word or sign of a text, in UTF-16 code units, end exclusive. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

// A word with its marks and apostrophes; else one sign with what joins on to it (a flag, a skin tone, a family).
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c\u200d'’]*|[^\s\p{L}\p{N}](?:\p{M}|\p{Emoji_Modifier}|\u200d[^\s\p{L}\p{N}])*/gu;

/**
 * The words and signs of a line that begins at `from`, cut also where a citation begins or ends, so that every citation
 * is a row of whole tokens. White space is in none.
 */
export function tokensOf(line: string, from: number, edges: ReadonlySet<number>): Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of line.matchAll(WORD)) {
    let start = index;
    for (let at = index + 1; at <= index + word.length; at += 1)
      if (at === index + word.length || edges.has(from + at)) {
        tokens.push({ start: from + start, end: from + at, text: line.slice(start, at) });
        start = at;
      }
  }
  return tokens;
}

/** Where citations begin and end. */
export const edgesOf = (spans: readonly ExportSpan[]): Set<number> =>
  new Set(spans.flatMap(({ citation: { start, end } }) => [start, end]));

/** The lines of a text with the tokens of each; lines that hold none are left out. */
export function linesOf(text: string, edges: ReadonlySet<number>) {
  const lines: { start: number; end: number; tokens: Token[] }[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const tokens = tokensOf(line, index, edges);
    if (tokens.length) lines.push({ start: index, end: index + line.length, tokens });
  }
  return lines;
}

/**
 * All of a text as a row of tokens, from which spaCy and Prodigy build it again to the letter: a token, and a space after it where
 * `ws` says so. Other white space is a token of its own, also a space that a citation begins or ends with.
 */
export function rowOf(text: string, spans: readonly ExportSpan[]): (Token & { ws: boolean })[] {
  const edges = edgesOf(spans);
  const begins = new Set(spans.map(({ citation }) => citation.start));
  const ends = new Set(spans.map(({ citation }) => citation.end));
  const row: (Token & { ws: boolean })[] = [];
  const add = (token: Token) => row.push({ ...token, ws: false });
  let at = 0;
  const fill = (to: number) => {
    const word = row.at(-1);
    if (word && at < to && text[at] === ' ' && !begins.has(at) && !ends.has(at + 1)) {
      word.ws = true;
      at += 1;
    }
    for (let end = at + 1; end <= to; end += 1)
      if (end === to || edges.has(end)) {
        add({ start: at, end, text: text.slice(at, end) });
        at = end;
      }
  };
  for (const token of linesOf(text, edges).flatMap((line) => line.tokens)) {
    fill(token.start);
    add(token);
    at = token.end;
  }
  fill(text.length);
  return row;
}
