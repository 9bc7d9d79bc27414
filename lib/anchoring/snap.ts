import { trimSpan, type Span } from './span';

export type SnapUnit = 'word' | 'sentence' | 'paragraph';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(granularity: 'word' | 'sentence'): Intl.Segmenter {
  let known = segmenters.get(granularity);
  if (!known) {
    known = new Intl.Segmenter('en', { granularity });
    segmenters.set(granularity, known);
  }
  return known;
}

/** The line that holds the unit at `offset`, without its line end. */
function lineAt(text: string, offset: number): Span {
  const before = text.slice(0, offset);
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const length = text.slice(offset).search(/[\r\n]/);
  return { start, end: length < 0 ? text.length : offset + length };
}

function pieceAt(text: string, offset: number, unit: SnapUnit): Span {
  const line = lineAt(text, offset);
  if (unit === 'paragraph' || offset >= line.end) return line;
  const piece = segmenter(unit)
    .segment(text.slice(line.start, line.end))
    .containing(offset - line.start);
  if (!piece) return line;
  const start = line.start + piece.index;
  return { start, end: start + piece.segment.length };
}

/**
 * The selection widened to whole words, sentences or paragraphs (never narrower than its words), without white space
 * at the edges; null when only white space is selected. Sentences are those of Intl.Segmenter and end with their line.
 */
export function snap(text: string, start: number, end: number, unit: SnapUnit): Span | null {
  const chosen = trimSpan(text, { start: Math.max(0, start), end: Math.min(text.length, end) });
  if (!chosen) return null;
  const first = pieceAt(text, chosen.start, unit);
  const last = pieceAt(text, chosen.end - 1, unit);
  return trimSpan(text, { start: Math.min(first.start, chosen.start), end: Math.max(last.end, chosen.end) });
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
