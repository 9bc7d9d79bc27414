import { nextCharacter, nextWord, wholeCharacters, type Direction } from './snap';
import type { Span } from './span';

export type Edge = 'start' | 'end';

/**
 * The span with one edge taken to `offset` (UTF-16 units), which goes to the beginning of the character it would cut.
 * The edges never meet or cross: at least one whole character stays between them. The other edge does not move.
 */
export function withEdge(text: string, { start, end }: Span, edge: Edge, offset: number): Span {
  const inside = Math.max(0, Math.min(text.length, offset));
  const at = wholeCharacters(text, { start: inside, end: inside }).start;
  if (edge === 'start') return { start: Math.min(at, nextCharacter(text, end, 'backward')), end };
  return { start, end: Math.max(at, nextCharacter(text, start, 'forward')) };
}

/** The span with one edge a character or a word further. */
export function stepEdge(text: string, span: Span, edge: Edge, way: Direction, unit: 'character' | 'word'): Span {
  const next = unit === 'word' ? nextWord : nextCharacter;
  return withEdge(text, span, edge, next(text, span[edge], way));
}

// Hebrew, Arabic and their neighbours, with their presentation forms.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Whether the character at this edge of the span is written from right to left. */
export function runsLeft(text: string, span: Span, edge: Edge): boolean {
  const from = edge === 'start' ? span.start : nextCharacter(text, span.end, 'backward');
  return RIGHT_TO_LEFT.test(text.slice(from, nextCharacter(text, from, 'forward')));
}
