import { describe, expect, it } from 'vitest';
import { FULL, graphOf, type GraphClaim } from './graph';
import { labelOf, layoutGraph, namedAt, nearest, radiusOf, type Direction } from './graph-layout';

const ref = (nth: number) => ({ id: `e${nth}`, name: `Entity ${nth}`, type: 'person' });
const bare = { predicate: null, value: null, reading: null, period: null };
const claim = (
  nth: number,
  subject: number | null,
  object: number | null = null,
  place: number | null = null,
): GraphClaim => ({
  id: `c${nth}`,
  statement: `Statement ${nth}.`,
  status: 'draft',
  structure: {
    ...bare,
    subject: subject === null ? null : ref(subject),
    object: object === null ? null : ref(object),
    place: place === null ? null : ref(place),
  },
});
const speaker = (claimId: string, nth: number, citations: number) => ({ claimId, speaker: ref(nth), citations });
const many = Array.from({ length: 330 }, (_, nth) => claim(nth, (nth * 7) % 120, nth % 3 ? (nth * 11) % 170 : null));

describe('the graph', () => {
  it('has a line for each entity that a claim names and for each speaker, with the passages', () => {
    const { nodes, edges, alone } = graphOf([claim(1, 1, 2, 3), claim(2, 1), claim(3, null)], [speaker('c2', 2, 4)]);
    expect(edges.map(({ entity, claim: to, relation, citations }) => [entity, relation, to, citations])).toEqual([
      ['e1', 'subject', 'c1', null],
      ['e2', 'object', 'c1', null],
      ['e3', 'place', 'c1', null],
      ['e1', 'subject', 'c2', null],
      ['e2', 'speaker', 'c2', 4],
    ]);
    expect(nodes.map(({ id, degree }) => [id, degree])).toEqual([
      ['c1', 3],
      ['c2', 2],
      ['e1', 2],
      ['e2', 2],
      ['e3', 1],
    ]);
    expect(alone).toBe(1);
  });

  it('takes no more than it can show, and counts the rest', () => {
    const { nodes, edges, left } = graphOf([...many, ...many.map((one) => ({ ...one, id: `x${one.id}` }))], []);
    expect(nodes.length).toBeLessThanOrEqual(FULL);
    expect(nodes.filter(({ kind }) => kind === 'claim').length + left).toBe(660);
    const known = new Set(nodes.map(({ id }) => id));
    expect(edges.every(({ entity, claim: to }) => known.has(entity) && known.has(to))).toBe(true);
  });
});

describe('places', () => {
  const graph = graphOf(many.slice(0, 60), []);
  const places = layoutGraph(graph);

  it('are the same every time, in whatever order nodes and lines come', () => {
    const { nodes, edges } = graph;
    expect(layoutGraph({ nodes: nodes.toReversed(), edges: edges.toReversed() })).toEqual(places);
  });

  it('never lie on each other', () => {
    const { nodes } = graph;
    for (const [nth, a] of nodes.entries())
      for (const b of nodes.slice(nth + 1)) {
        const [[x, y], [toX, toY]] = [places[a.id]!, places[b.id]!];
        expect(Math.hypot(x - toX, y - toY)).toBeGreaterThan(radiusOf(a) + radiusOf(b));
      }
  });

  it('are reached by arrows, the nearest ahead first', () => {
    const at = { middle: [0, 0], right: [50, 10], farther: [200, 0], above: [5, -40] } as const;
    const step = (direction: Direction, from: keyof typeof at = 'middle') => nearest(at, from, direction);
    expect([step('ArrowRight'), step('ArrowUp'), step('ArrowLeft'), step('ArrowDown')]).toEqual([
      'right',
      'above',
      null,
      null,
    ]);
    expect(step('ArrowRight', 'right')).toBe('farther');
    expect(step('ArrowLeft', 'farther')).toBe('right');
  });

  it('have names that do not stand on each other, and more of them from nearer', () => {
    const far = namedAt(graph.nodes, places, 0.3);
    const near = namedAt(graph.nodes, places, 3);
    expect(far.size).toBeLessThan(near.size);
    expect(near.size).toBe(graph.nodes.length);
    const row = [0, 1].map(
      (nth) => ({ id: String(nth), name: 'A long enough name', degree: 1, kind: 'entity', type: 'person' }) as const,
    );
    expect([...namedAt(row, { 0: [0, 0], 1: [30, 0] }, 1)]).toEqual([
      ['0', 'below'],
      ['1', 'above'],
    ]);
    // What lies below sends it above; not even the best connected is written over another entity.
    const claimBelow = { id: '1', name: 'Said', degree: 1, kind: 'claim', status: 'draft' } as const;
    expect(namedAt(row, { 0: [0, 0], 1: [0, 24] }, 1).get('0')).toBe('above');
    expect(namedAt([row[0]!, claimBelow], { 0: [0, 0], 1: [0, 18] }, 1).get('0')).toBe('above');
    const between = [row[0]!, claimBelow, { ...row[1]!, id: '2' }];
    expect([...namedAt(between, { 0: [0, 0], 1: [0, 18], 2: [0, -20] }, 1)]).toContainEqual(['0', 'below']);
  });

  it('have names cut where they are long', () => {
    expect(labelOf({ name: 'x'.repeat(60) })).toHaveLength(30);
  });
});
