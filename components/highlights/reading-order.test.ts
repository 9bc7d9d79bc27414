import { describe, expect, it } from 'vitest';
import { layersOf } from './layer';
import { aHighlight, ana, aReview, aTag, otto } from './layers.fixtures';
import { neighbour, nextToReview, reviewedBy, toReview } from './reading-order';

const mine = aHighlight(0, 3, [aTag()]);
const first = aHighlight(5, 9, [aTag({ author: otto })], { author: otto });
const done = aHighlight(20, 22, [aTag({ author: otto, reviews: [aReview(ana)] })], { author: otto });
const last = aHighlight(30, 35, [aTag({ author: otto })], { author: otto });
const bare = aHighlight(40, 41, [], { author: otto });
const { placed } = layersOf([last, done, first, mine, bare], ana.id, 1);
const id = (highlight: typeof mine) => highlight.tags[0]?.id ?? highlight.id;

describe('walking through tags in reading order', () => {
  it('goes on from the chosen one, and stops at the ends', () => {
    expect(neighbour(placed, id(mine), 1, 0)?.id).toBe(id(first));
    expect(neighbour(placed, id(first), -1, 0)?.id).toBe(id(mine));
    expect(neighbour(placed, id(mine), -1, 0)).toBeNull();
    expect(neighbour(placed, bare.id, 1, 0)).toBeNull();
  });

  it('begins where somebody is reading', () => {
    expect(neighbour(placed, null, 1, 10)?.id).toBe(id(done));
    expect(neighbour(placed, null, -1, 10)?.id).toBe(id(first));
    expect(neighbour(placed, 'filtered away', 1, 0)?.id).toBe(id(mine));
  });

  it('reviews colleagues’ tags only, and goes round to those without a verdict', () => {
    const list = toReview(placed);
    expect(list.map((layer) => layer.id)).toEqual([id(first), id(done), id(last)]);
    expect(list.map((layer) => reviewedBy(layer, ana.id))).toEqual([false, true, false]);
    expect(nextToReview(placed, id(first), ana.id)?.id).toBe(id(last));
    expect(nextToReview(placed, id(last), ana.id)?.id).toBe(id(first));
    expect(nextToReview(placed, null, ana.id)?.id).toBe(id(first));
    expect(nextToReview(layersOf([done, mine], ana.id, 1).placed, null, ana.id)).toBeNull();
  });
});
