import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Graph, GraphNode } from './graph';

// Pure: where the nodes of a graph stand. The same graph, in whatever order, has the same places: the library draws its chances
// from a fixed row of numbers, and the nodes go in by their ids.

export type GraphPlaces = { readonly [id: string]: readonly [x: number, y: number] };
export type LayoutAnswer = { readonly places: GraphPlaces; readonly ms: number };

const ROUNDS = 260;

/** How large a node is drawn, in px: half its width. */
export const radiusOf = ({ kind, degree }: Pick<GraphNode, 'kind' | 'degree'>): number =>
  kind === 'claim' ? 5 : Math.min(20, 8 + Math.sqrt(degree) * 1.6);

type Body = SimulationNodeDatum & { id: string; radius: number };

const inOrder = <T>(items: readonly T[], keyOf: (item: T) => string): T[] =>
  [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));

/** Where the nodes stand, around 0, in whole px. */
export function layoutGraph({ nodes, edges }: Pick<Graph, 'nodes' | 'edges'>): GraphPlaces {
  const bodies = inOrder(nodes, ({ id }) => id).map((node): Body => ({ id: node.id, radius: radiusOf(node) }));
  const links = inOrder(edges, ({ entity, claim, relation }) => `${entity} ${claim} ${relation}`).map(
    ({ entity, claim }) => ({ source: entity, target: claim }),
  );
  forceSimulation(bodies)
    .force(
      'links',
      forceLink<Body, { source: string | Body; target: string | Body }>(links)
        .id(({ id }) => id)
        .distance(62),
    )
    .force('apart', forceManyBody<Body>().strength(-190).distanceMax(420))
    .force(
      'room',
      forceCollide<Body>(({ radius }) => radius + 9),
    )
    .force('across', forceX<Body>().strength(0.05))
    .force('down', forceY<Body>().strength(0.09))
    .stop()
    .tick(ROUNDS);
  return Object.fromEntries(bodies.map(({ id, x, y }) => [id, [Math.round(x!), Math.round(y!)]]));
}

/** The corners of all places, with room for names. */
export function boundsOf(places: GraphPlaces): { x: number; y: number; width: number; height: number } {
  const all = Object.values(places);
  const [left, right] = [Math.min(...all.map(([x]) => x)) - 90, Math.max(...all.map(([x]) => x)) + 90];
  const [top, bottom] = [Math.min(...all.map(([, y]) => y)) - 40, Math.max(...all.map(([, y]) => y)) + 40];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
const turns: Record<Direction, (dx: number, dy: number) => [ahead: number, aside: number]> = {
  ArrowRight: (dx, dy) => [dx, dy],
  ArrowLeft: (dx, dy) => [-dx, dy],
  ArrowDown: (dx, dy) => [dy, dx],
  ArrowUp: (dx, dy) => [-dy, dx],
};

/** The nearest node that lies in a direction, rather ahead than aside; null at the rim. */
export function nearest(places: GraphPlaces, from: string, direction: Direction): string | null {
  const [x, y] = places[from]!;
  let best: string | null = null;
  let least = Infinity;
  for (const [id, [atX, atY]] of Object.entries(places)) {
    const [ahead, aside] = turns[direction](atX - x, atY - y);
    const far = ahead + Math.abs(aside) * 2;
    if (id === from || ahead <= 0 || Math.abs(aside) > ahead * 1.5 || far >= least) continue;
    [best, least] = [id, far];
  }
  return best;
}

const LETTER = 6.4; // px of a letter, on the whole
const LONGEST = 30;
export const labelOf = ({ name }: Pick<GraphNode, 'name'>): string =>
  name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name;

type Box = { left: number; right: number; top: number; bottom: number };
const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** So many are known by name even where claims lie below it, fewer from farther: without them the rest says little. */
const HUBS = 16;
const LEAST = 4;
const GAP = 3; // px between two names
const LINE = 16; // px from the top of a name to the next

/** On which side of its node a name is written. */
export type NameSide = 'below' | 'above';

/**
 * Whose names can be written at a scale, below their nodes or else above, without standing on others, nor on an entity, nor (but for the
 * best connected entities) on a claim: entities before claims, the best connected first. The others’ are written when somebody looks
 * at them, or from nearer.
 */
export function namedAt(
  nodes: readonly GraphNode[],
  places: GraphPlaces,
  scale: number,
): ReadonlyMap<string, NameSide> {
  const signs = nodes.map((node) => {
    const [x, y] = places[node.id]!.map((one) => one * scale) as [number, number];
    const radius = radiusOf(node) * scale;
    const half = (labelOf(node).length * LETTER) / 2;
    const across = { left: x - half - GAP, right: x + half + GAP };
    return {
      node,
      sign: { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius },
      below: { ...across, top: y + radius + 1, bottom: y + radius + 1 + LINE },
      above: { ...across, top: y - radius - 1 - LINE, bottom: y - radius - 1 },
    };
  });
  const written: Box[] = [];
  const named = new Map<string, NameSide>();
  const hubs = Math.max(LEAST, Math.round(HUBS * Math.min(1, scale)));
  const isFree = (name: Box, overClaims: boolean) =>
    !written.some((box) => meet(box, name)) &&
    !signs.some(({ node: { kind }, sign }) => !(overClaims && kind === 'claim') && meet(sign, name));
  const first = [...signs].sort((a, b) => Number(a.node.kind === 'claim') - Number(b.node.kind === 'claim'));
  for (const [nth, { node, below, above }] of first.entries()) {
    const side = isFree(below, false)
      ? 'below'
      : isFree(above, false)
        ? 'above'
        : nth < hubs && isFree(below, true)
          ? 'below'
          : null;
    if (!side) continue;
    written.push(side === 'below' ? below : above);
    named.set(node.id, side);
  }
  return named;
}
