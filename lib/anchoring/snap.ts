import { sentenceAt } from './sentences';
import { trimSpan, type Span } from './span';

export type SnapUnit = 'word' | 'sentence' | 'paragraph';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
  let known = segmenters.get(granularity);
  if (!known) {
    known = new Intl.Segmenter('en', { granularity });
    segmenters.set(granularity, known);
  }
  return known;
}

const endsLine = (unit: number): boolean => unit === 0x0a || unit === 0x0d;

/** The line that holds the unit at `offset`, without its line end. */
function lineAt(text: string, offset: number): Span {
  let [start, end] = [offset, offset];
  while (start > 0 && !endsLine(text.charCodeAt(start - 1))) start -= 1;
  while (end < text.length && !endsLine(text.charCodeAt(end))) end += 1;
  return { start, end };
}

function pieceAt(text: string, offset: number, unit: SnapUnit): Span {
  const line = lineAt(text, offset);
  if (unit === 'paragraph' || offset >= line.end) return line;
  const words = text.slice(line.start, line.end);
  const segments = segmenter(unit).segment(words);
  if (unit === 'sentence') {
    const sentence = sentenceAt(words, segments, offset - line.start);
    return sentence ? { start: line.start + sentence.start, end: line.start + sentence.end } : line;
  }
  const piece = segments.containing(offset - line.start);
  if (!piece) return line;
  const start = line.start + piece.index;
  return { start, end: start + piece.segment.length };
}

/** What people see as one character and what holds the unit at `offset`, which is below the length. */
function characterAt(text: string, offset: number): Span {
  const line = lineAt(text, offset);
  if (offset >= line.end) {
    const start = offset - (offset > 0 && text.startsWith('\r\n', offset - 1) ? 1 : 0);
    return { start, end: start + (text.startsWith('\r\n', start) ? 2 : 1) };
  }
  const piece = segmenter('grapheme')
    .segment(text.slice(line.start, line.end))
    .containing(offset - line.start);
  const start = line.start + (piece?.index ?? 0);
  return { start, end: start + (piece?.segment.length ?? 1) };
}

/** Units that never join a neighbour: most of what is read, so that they cost no look at the line. */
const standsAlone = (text: string, offset: number): boolean => {
  const unit = text.charCodeAt(offset);
  return unit < 0x300 && !endsLine(unit);
};

/**
 * Whether a cut at `offset` would go through what people see as one character: a letter with its marks, a family or a
 * flag of several code points, a CR with its LF.
 */
export function insideCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  if (standsAlone(text, offset - 1) && standsAlone(text, offset)) return false;
  return characterAt(text, offset).start < offset;
}

/** The span widened so that it cuts no character; an empty one moves to the beginning of the character it stands in. */
export function wholeCharacters(text: string, { start, end }: Span): Span {
  const from = insideCharacter(text, start) ? characterAt(text, start).start : start;
  if (start >= end) return { start: from, end: from };
  return { start: from, end: insideCharacter(text, end) ? characterAt(text, end).end : end };
}

export type Direction = 'forward' | 'backward';

/** The edge of the character after or before `offset`; at an end of the text, that end. */
export function nextCharacter(text: string, offset: number, direction: Direction): number {
  if (direction === 'backward') return offset <= 0 ? 0 : characterAt(text, offset - 1).start;
  return offset >= text.length ? text.length : characterAt(text, offset).end;
}

/**
 * Forward the end of the word at or after `offset`, backward the beginning of the one at or before it, over line ends
 * and whatever stands between words; without a further word the end or the beginning of the text.
 */
export function nextWord(text: string, offset: number, direction: Direction): number {
  const forward = direction === 'forward';
  for (let at = offset; forward ? at < text.length : at > 0;) {
    const unit = forward ? at : at - 1;
    const line = lineAt(text, unit);
    if (unit >= line.end) {
      at += forward ? 1 : -1;
      continue;
    }
    const words = segmenter('word').segment(text.slice(line.start, line.end));
    while (forward ? at < line.end : at > line.start) {
      const piece = words.containing((forward ? at : at - 1) - line.start);
      const start = line.start + (piece?.index ?? 0);
      at = forward ? start + (piece?.segment.length ?? 1) : start;
      // A character may be longer than the word that it ends, such as a number sign before a flag.
      if (piece?.isWordLike && insideCharacter(text, at)) return characterAt(text, at)[forward ? 'end' : 'start'];
      if (piece?.isWordLike) return at;
    }
  }
  return forward ? text.length : 0;
}

/**
 * The selection widened to whole words, sentences or paragraphs (never narrower than its words, never through a
 * character), without white space at the edges; null when only white space is selected. Sentences are those of
 * Intl.Segmenter but for abbreviations, which end none, and end with their line.
 */
export function snap(text: string, start: number, end: number, unit: SnapUnit): Span | null {
  const chosen = trimSpan(text, { start: Math.max(0, start), end: Math.min(text.length, end) });
  if (!chosen) return null;
  const first = pieceAt(text, chosen.start, unit);
  const last = pieceAt(text, chosen.end - 1, unit);
  const wide = trimSpan(text, { start: Math.min(first.start, chosen.start), end: Math.max(last.end, chosen.end) });
  return wide && wholeCharacters(text, wide);
}

/** The selected words without white space at their edges, never through a character; null for white space alone. */
export function wordsIn(text: string, selected: Span): Span | null {
  const trimmed = trimSpan(text, selected);
  return trimmed && wholeCharacters(text, trimmed);
}

/** The word under a caret: at `offset`, else ending there, else null. */
export function wordAt(text: string, offset: number): Span | null {
  const line = lineAt(text, Math.min(Math.max(0, offset), text.length));
  const words = segmenter('word').segment(text.slice(line.start, line.end));
  for (const at of [offset, offset - 1]) {
    const piece = at >= line.start ? words.containing(at - line.start) : undefined;
    if (piece?.isWordLike)
      return { start: line.start + piece.index, end: line.start + piece.index + piece.segment.length };
  }
  return null;
}

/**
 * The selected words with about `count` words either side, within their paragraphs: what a reviewer is shown around a
 * quote. Cut at word edges.
 */
export function wordsAround(text: string, span: Span, count: number): Span {
  const first = lineAt(text, span.start);
  const last = lineAt(text, Math.max(span.start, span.end - 1));
  const before = [...text.slice(first.start, span.start).matchAll(/\S+/g)].slice(-count)[0];
  const after = [...text.slice(span.end, last.end).matchAll(/\S+/g)].slice(0, count).at(-1);
  return {
    start: before && count > 0 ? first.start + before.index : span.start,
    end: after ? span.end + after.index + after[0].length : span.end,
  };
}

/** Units of a text in which `count` words are looked for; those of scripts without blanks are not counted. */
const REACH = 20;

/** The selected words with about `count` words either side, over the edges of paragraphs: where they stood, when they are gone. */
export function wordsNear(text: string, { start, end }: Span, count: number): Span {
  const from = Math.max(0, start - count * REACH);
  const before = [...text.slice(from, start).matchAll(/\S+/g)].slice(-count);
  // What is cut at the beginning is no whole word.
  const first = from > 0 && before.length > 1 && before[0]!.index === 0 ? before[1] : before[0];
  const after = [...text.slice(end, end + count * REACH).matchAll(/\S+/g)].slice(0, count).at(-1);
  return {
    start: first ? from + first.index : start,
    end: after ? end + after.index + after[0].length : end,
  };
}
