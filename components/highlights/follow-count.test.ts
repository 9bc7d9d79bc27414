import { expect, it } from 'vitest';
import { followCount } from './follow-count';
import { layersOf, type Layer } from './layer';
import { aHighlight, ana, aReview, aTag, otto } from './layers.fixtures';
import { isToReview, reviewedBy } from './reading-order';

it('counts after any change what a look at all of them counts', () => {
  const waits = (layer: Layer) => isToReview(layer) && !reviewedBy(layer, ana.id);
  const count = followCount(waits);
  const all = Array.from({ length: 40 }, (_, nth) => {
    const author = nth % 3 === 0 ? ana : otto;
    const reviews = nth % 5 === 0 ? [aReview(ana)] : [];
    return aHighlight(nth * 10, nth * 10 + 5, nth % 7 === 0 ? [] : [aTag({ author, reviews })], { author });
  });
  let state = 20_261_128;
  const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 200; round += 1) {
    const start = next(all.length);
    const some = all.filter((_, at) => at < start || at % (1 + next(4)) === 0);
    const { placed } = layersOf(some, ana.id, 1);
    expect(count(placed)).toBe(placed.filter(waits).length);
  }
});
