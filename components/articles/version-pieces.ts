import { overlap, type Span } from '@/lib/anchoring/span';

export interface Named extends Span {
  readonly id: string;
}

export interface VersionPiece {
  readonly start: number;
  readonly words: string;
  readonly isChanged: boolean;
  /** Highlights over it. */
  readonly ids: readonly string[];
}

/** A paragraph cut wherever a change or a highlight begins or ends; the pieces joined are the paragraph, its line end aside. */
export function piecesOf(
  text: string,
  span: Span,
  changed: readonly Span[],
  highlights: readonly Named[],
): VersionPiece[] {
  const end = span.start + text.slice(span.start, span.end).trimEnd().length;
  const over = highlights.filter((one) => overlap(one, span));
  const edges = [...changed, ...over].flatMap((one) => [one.start, one.end]);
  const cuts = [...new Set([span.start, ...edges, end])]
    .filter((at) => at >= span.start && at <= end)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const piece = { start, end: cuts[index + 1]! };
    return {
      start,
      words: text.slice(piece.start, piece.end),
      isChanged: changed.some((one) => overlap(one, piece)),
      ids: over.filter((one) => overlap(one, piece)).map(({ id }) => id),
    };
  });
}
