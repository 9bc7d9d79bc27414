import { whereTheyDiffer } from '@/components/articles/mark-index';
import type { Layer } from './layer';

/** How many of a list count, as it changes: of ten thousand only those are looked at that come and go. */
export function followCount(counts: (layer: Layer) => boolean): (layers: readonly Layer[]) => number {
  let before: readonly Layer[] = [];
  let count = 0;
  return (layers) => {
    const { gone, come } = whereTheyDiffer(before, layers);
    before = layers;
    return (count += come.filter(counts).length - gone.filter(counts).length);
  };
}
