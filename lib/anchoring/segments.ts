import { paragraphAt } from './paragraphs';
import type { Span } from './span';

export interface NamedSpan extends Span {
  readonly id: string;
}

/** A stretch that is covered by the same spans from end to end; `ids` is empty where nothing is marked. */
export interface Segment extends Span {
  readonly ids: readonly string[];
}

/** Outermost first: earlier start, then longer, then by id. */
export const byStart = (a: NamedSpan, b: NamedSpan): number =>
  a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Overlapping spans flattened for drawing: consecutive segments that fill `range` without gap or overlap, each with
 * the ids of all spans over it, outermost first (earlier start, then longer, then id). Spans are clipped to the range;
 * empty ones are left out. O(n log n) and the size of the answer. Offsets stay those of the whole text.
 */
export function segments(range: Span, spans: readonly NamedSpan[]): Segment[] {
  const inside = spans
    .map(({ id, start, end }) => ({ id, start: Math.max(start, range.start), end: Math.min(end, range.end) }))
    .filter(({ start, end }) => start < end)
    .sort(byStart);
  const edges = new Set([range.start, range.end]);
  for (const { start, end } of inside) edges.add(start).add(end);
  const cuts = [...edges].sort((a, b) => a - b);

  const found: Segment[] = [];
  let open: typeof inside = [];
  let next = 0;
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const start = cuts[index] ?? 0;
    open = open.filter((span) => span.end > start);
    for (let span = inside[next]; span?.start === start; span = inside[next]) {
      open.push(span);
      next += 1;
    }
    found.push({ start, end: cuts[index + 1] ?? 0, ids: open.map(({ id }) => id) });
  }
  return found;
}

/**
 * Which spans touch which paragraph, as one list a paragraph in the order of `list` (consecutive, from `paragraphs`).
 * A span over several paragraphs is in the list of each. O(spans × log paragraphs) and the size of the answer.
 */
export function spansByParagraph<S extends Span>(list: readonly Span[], spans: readonly S[]): S[][] {
  const found: S[][] = list.map(() => []);
  for (const span of spans) {
    if (span.start >= span.end) continue;
    for (let index = paragraphAt(list, span.start); (list[index]?.start ?? Infinity) < span.end; index += 1)
      found[index]?.push(span);
  }
  return found;
}
