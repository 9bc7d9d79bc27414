'use client';
import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useState, type KeyboardEvent, type RefObject } from 'react';
import { entityLook } from '@/components/ui/entity-look';
import { relationDash, type Graph, type GraphEdge, type GraphNode } from './graph';
import { namedAt, nearest, type Direction, type GraphPlaces } from './graph-layout';
import { NodeShape } from './graph-node';
import type { usePanZoom } from './use-pan-zoom';

const WORDS = 12; // px high on the screen
const hrefOf = (projectId: string, { kind, id }: GraphNode) =>
  `/projects/${projectId}/${kind === 'claim' ? 'claims' : 'entities'}/${id}`;

const wordsOf = (node: GraphNode) =>
  `${node.kind === 'claim' ? 'Claim' : entityLook(node.type).word}: ${node.name} ${node.degree} ${node.degree === 1 ? 'link' : 'links'}`;

/** A node with those next to it. */
function around(edges: readonly GraphEdge[], id: string): ReadonlySet<string> {
  const found = edges.filter(({ entity, claim }) => entity === id || claim === id);
  return new Set([id, ...found.flatMap(({ entity, claim }) => [entity, claim])]);
}

interface GraphPictureProps {
  projectId: string;
  graph: Graph;
  places: GraphPlaces;
  size: { width: number; height: number };
  panZoom: ReturnType<typeof usePanZoom>;
  svg: RefObject<SVGSVGElement | null>;
}

/** Where a key leads among the nodes; null when it is no such key. */
function target(event: KeyboardEvent, { nodes }: Graph, places: GraphPlaces): string | null {
  const own = (event.target as Element).closest('[data-node]')?.getAttribute('data-node');
  if (!own) return null;
  if (event.key.startsWith('Arrow')) return nearest(places, own, event.key as Direction);
  const here = nodes.findIndex(({ id }) => id === own);
  const next = { Home: 0, End: nodes.length - 1, PageDown: here + 1, PageUp: here - 1 }[event.key];
  return next === undefined ? null : (nodes.at(next % nodes.length)?.id ?? null);
}

const zooms: Record<string, number> = { '+': 1.3, '=': 1.3, '-': 1 / 1.3 };

/** Claims and the entities they name. Tab enters it, arrows go to the next node in their direction, Enter opens. */
export function GraphPicture({ projectId, graph, places, size, panZoom, svg }: GraphPictureProps) {
  const router = useRouter();
  const { view, zoom, all, centre, wheeled, pointer } = panZoom;
  const [lit, setLit] = useState<string | null>(null);
  const near = useMemo(() => (lit === null ? null : around(graph.edges, lit)), [graph.edges, lit]);
  const step = Math.round(Math.log2(view.scale) * 2) / 2; // names are placed anew every half doubling
  const named = useMemo(() => namedAt(graph.nodes, places, (2 ** step * 12) / WORDS), [graph.nodes, places, step]);
  const open = useCallback((href: string) => router.push(href), [router]);
  const [width, height] = [size.width / view.scale, size.height / view.scale];
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = target(event, graph, places);
    const times = zooms[event.key];
    if (next) {
      const [x, y] = places[next]!;
      centre(x, y);
      event.currentTarget.querySelector<SVGAElement>(`[data-node="${next}"]`)?.focus({ preventScroll: true });
    } else if (times) zoom(times);
    else if (event.key === '0') all();
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  };
  return (
    <div ref={wheeled}>
      <svg
        ref={svg}
        role="group"
        aria-label="Claims and what they name"
        width={size.width}
        height={size.height}
        viewBox={`${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`}
        className="block cursor-grab touch-none text-ink select-none active:cursor-grabbing"
        onKeyDown={onKeyDown}
        onPointerOver={({ target: over }) => {
          if (!(over as Element).closest('[data-node]')) setLit(null);
        }}
        onBlur={() => setLit(null)}
        {...pointer}
      >
        <Edges edges={graph.edges} places={places} lit={lit} />
        {graph.nodes.map((node, nth) => (
          <NodeShape
            key={node.id}
            node={node}
            x={places[node.id]![0]}
            y={places[node.id]![1]}
            words={wordsOf(node)}
            href={hrefOf(projectId, node)}
            named={named.get(node.id) ?? (near?.has(node.id) ? 'below' : null)}
            size={WORDS / 2 ** step}
            dim={near !== null && !near.has(node.id)}
            current={lit === null ? nth === 0 : node.id === lit}
            onCurrent={setLit}
            onOpen={open}
          />
        ))}
      </svg>
    </div>
  );
}

function Edges({ edges, places, lit }: { edges: readonly GraphEdge[]; places: GraphPlaces; lit: string | null }) {
  return (
    <g aria-hidden fill="none">
      {edges.map(({ entity, claim, relation, citations }) => {
        const [[x, y], [toX, toY]] = [places[entity]!, places[claim]!];
        const own = entity === lit || claim === lit;
        return (
          <path
            key={`${entity} ${claim} ${relation}`}
            d={`M ${x} ${y} L ${toX} ${toY}`}
            strokeWidth={Math.min(4, 1 + (citations ?? 1) * 0.35)}
            strokeDasharray={relationDash(relation)}
            className={clsx(own ? 'stroke-accent' : 'stroke-edge', lit !== null && !own && 'opacity-15')}
          />
        );
      })}
    </g>
  );
}
