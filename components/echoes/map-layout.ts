import { stateOf, type Pair, type PairState } from './echo-words';

/** A map of articles as arcs: the articles one below the other by date, an arc at the left for each pair that shares words. */
export type Arc = {
  pair: Pair;
  state: PairState;
  path: string;
  width: number;
  from: number;
  to: number;
  bulge: number;
  /** Its place in the walk by arrow keys: after the article that it begins at. */
  stop: number;
};
export type MapLayout = {
  rows: { id: string; y: number; stop: number }[];
  arcs: Arc[];
  gutter: number;
  height: number;
};

export const ROW = 26; // px
const TOP = 18;
const WIDEST = 180;
const STOPS = 10_000; // room for the pairs of one article

/** The articles that are in no pair, in the order given. */
export function apartFrom<A extends { readonly id: string }>(map: {
  articles: readonly A[];
  pairs: readonly Pair[];
}): A[] {
  const sharing = new Set(map.pairs.flatMap(({ a, b }) => [a, b]));
  return map.articles.filter(({ id }) => !sharing.has(id));
}

/** Where everything stands, in px. Only articles that share something are on the map, in the order given. */
export function layoutMap(articleIds: readonly string[], pairs: readonly Pair[]): MapLayout {
  const sharing = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const rows = articleIds
    .filter((id) => sharing.has(id))
    .map((id, nth) => ({ id, y: TOP + nth * ROW, stop: nth * STOPS }));
  const place = new Map(rows.map(({ id, y }) => [id, y]));
  const walked = new Map<number, number>();
  const gutter = Math.min(WIDEST, 24 + (rows.length * ROW) / 2);
  const arcs = pairs.flatMap((pair): Arc[] => {
    const [from, to] = [place.get(pair.a), place.get(pair.b)];
    if (from === undefined || to === undefined) return [];
    const bulge = Math.min(gutter - 8, 14 + Math.abs(from - to) / 2);
    const x = gutter;
    const path = `M ${x} ${from} C ${x - bulge * 1.3} ${from}, ${x - bulge * 1.3} ${to}, ${x} ${to}`;
    const upper = Math.min(from, to);
    const nth = (walked.get(upper) ?? 0) + 1;
    walked.set(upper, nth);
    const stop = ((upper - TOP) / ROW) * STOPS + nth;
    return [{ pair, state: stateOf(pair), path, width: Math.min(4, 1 + pair.words / 60), from, to, bulge, stop }];
  });
  return { rows, arcs, gutter, height: TOP * 2 + Math.max(0, rows.length - 1) * ROW };
}
