import { memo } from 'react';
import clsx from 'clsx';
import { entityLook, type EntityLook } from '@/components/ui/entity-look';
import type { GraphNode } from './graph';
import { labelOf, radiusOf, type NameSide } from './graph-layout';

// Written out, so that the style sheet has them.
const tones: Record<EntityLook['tone'], string> = {
  person: 'fill-person stroke-person-line',
  organisation: 'fill-organisation stroke-organisation-line',
  place: 'fill-place stroke-place-line',
  event: 'fill-event stroke-event-line',
  unnamed: 'fill-unnamed stroke-unnamed-line',
  other: 'fill-other stroke-other-line',
};

interface NodeShapeProps {
  node: GraphNode;
  x: number;
  y: number;
  words: string;
  href: string;
  /** Where its name is written, if it is. */
  named: NameSide | null;
  /** The px that its words are high, as the drawing is zoomed. */
  size: number;
  /** Not next to the node in focus. */
  dim: boolean;
  current: boolean;
  onCurrent: (id: string | null) => void;
  onOpen: (href: string) => void;
}

function Sign({ node }: { node: GraphNode }) {
  const radius = radiusOf(node);
  if (node.kind === 'claim')
    return <rect x={-5} y={-5} width={10} height={10} rx={2} strokeWidth={1.5} className="fill-paper stroke-ink" />;
  const { letter, tone } = entityLook(node.type);
  return (
    <>
      <circle r={radius} strokeWidth={1.5} className={tones[tone]} />
      <text textAnchor="middle" y={radius * 0.35} fontSize={radius} className="fill-ink font-semibold">
        {letter}
      </text>
    </>
  );
}

/** One entity or claim of the graph: a link. Only the current one takes the tab key. */
export const NodeShape = memo(function NodeShape(props: NodeShapeProps) {
  const { node, x, y, words, href, named, size, dim, current, onCurrent, onOpen } = props;
  const radius = radiusOf(node);
  return (
    <a
      href={href}
      data-node={node.id}
      tabIndex={current ? 0 : -1}
      aria-label={words}
      className={clsx('group/node outline-none', dim && 'opacity-25')}
      onFocus={() => onCurrent(node.id)}
      onPointerEnter={() => onCurrent(node.id)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(href);
      }}
    >
      <title>{words}</title>
      <g transform={`translate(${x} ${y})`}>
        <circle
          data-screen-only
          r={radius + 5}
          strokeWidth={2.5}
          className="fill-transparent stroke-transparent group-focus-visible/node:stroke-accent"
        />
        <Sign node={node} />
        {named && (
          <text
            textAnchor="middle"
            y={named === 'below' ? radius + size : -radius - size / 3}
            fontSize={size}
            strokeWidth={size / 4}
            className={clsx('stroke-page [paint-order:stroke]', node.kind === 'claim' ? 'fill-muted' : 'fill-ink')}
          >
            {labelOf(node)}
          </text>
        )}
      </g>
    </a>
  );
});
