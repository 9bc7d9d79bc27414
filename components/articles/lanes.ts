import type { NamedSpan } from '@/lib/anchoring/segments';

/**
 * Which underline each span draws, from 0 (nearest to the words) downwards: the first lane that no span already there
 * overlaps, so that a span keeps its lane from end to end and overlapping ones never share. `spans` in reading order.
 */
export function lanesOf(spans: readonly NamedSpan[]): Map<string, number> {
  const ends: number[] = [];
  const lanes = new Map<string, number>();
  for (const { id, start, end } of spans) {
    let lane = ends.findIndex((taken) => taken <= start);
    if (lane < 0) lane = ends.length;
    ends[lane] = end;
    lanes.set(id, lane);
  }
  return lanes;
}
