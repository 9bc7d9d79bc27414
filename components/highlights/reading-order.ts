import type { Layer } from './layer';

/**
 * The layer after or before the chosen one in reading order; without a chosen one, the first at or after `offset`
 * (or the last before it). Null at either end.
 */
export function neighbour(layers: readonly Layer[], chosen: string | null, step: 1 | -1, offset: number): Layer | null {
  const at = chosen === null ? -1 : layers.findIndex(({ id }) => id === chosen);
  if (at >= 0) return layers[at + step] ?? null;
  if (step === 1) return layers.find(({ start }) => start >= offset) ?? null;
  return layers.findLast(({ start }) => start < offset) ?? null;
}

/** A colleague's tag: what somebody has to look at. */
export const isToReview = ({ own, tag }: Layer): boolean => !own && tag !== null && tag.version > 0;
export const toReview = (layers: readonly Layer[]): Layer[] => layers.filter(isToReview);

/** Whether this reviewer's verdict on the tag stands. */
export const reviewedBy = ({ tag }: Layer, me: string): boolean =>
  tag?.reviews.some(({ reviewer }) => reviewer.id === me) ?? false;

/** The next one after `chosen` without this reviewer's verdict, going round once; null when all have one. */
export function nextToReview(layers: readonly Layer[], chosen: string | null, me: string): Layer | null {
  const list = toReview(layers);
  const at = list.findIndex(({ id }) => id === chosen);
  const round = [...list.slice(at + 1), ...list.slice(0, at + 1)];
  return round.find((layer) => layer.id !== chosen && !reviewedBy(layer, me)) ?? null;
}
