'use client';
import clsx from 'clsx';
import { useLayoutEffect, useRef } from 'react';
import type { Pane } from '@/components/articles/pane';
import type { Edge } from '@/lib/anchoring/edges';
import type { Span } from '@/lib/anchoring/span';
import type { Highlight } from '@/lib/highlights/highlight';
import { dragEdge } from './drag-edge';
import { edgeId, leaveEdges } from './edge-focus';
import { edgePlace } from './edge-place';
import { keepEdges, mayMove } from './move-edges';
import { useDesk, useDeskState, useDeskView } from './use-desk';

/** Handles at both ends of the chosen words, for whoever may move them. */
export function EdgeHandles() {
  const { desk, all } = useDeskView();
  const chosen = useDeskState((state) => state.chosen);
  const pane = useDeskState((state) => state.pane);
  const moving = useDeskState((state) => state.moving);
  const busy = useDeskState(
    ({ draft, picking, asking, translating }) =>
      draft !== null || picking.length > 0 || asking !== null || translating !== null,
  );
  const highlight = all.find(({ id }) => id === chosen)?.highlight;
  if (!pane || !highlight || busy || highlight.version === 0 || mayMove(desk, highlight) !== true) return null;
  const span = moving?.highlight.id === highlight.id ? moving : highlight;
  return (
    <div key={highlight.id} role="group" aria-label="Edges of the highlighted words">
      <Handle edge="start" pane={pane} highlight={highlight} span={span} />
      <Handle edge="end" pane={pane} highlight={highlight} span={span} />
    </div>
  );
}

interface HandleProps {
  edge: Edge;
  pane: Pane;
  highlight: Highlight;
  /** Where the words are drawn now. */
  span: Span;
}

function Handle({ edge, pane, highlight, span }: HandleProps) {
  const desk = useDesk();
  const post = useRef<HTMLDivElement>(null);
  const held = useDeskState((state) => state.moving?.by === 'pointer');
  const { start, end } = span;

  useLayoutEffect(() => {
    const place = () => {
      const origin = post.current?.offsetParent?.getBoundingClientRect();
      const at = edgePlace(pane, { start, end }, edge);
      if (!post.current) return;
      post.current.hidden = !at || !origin;
      if (!at || !origin) return;
      post.current.style.height = `${at.bottom - at.top}px`;
      post.current.style.translate = `${at.x - origin.left - 1}px ${at.top - origin.top}px`;
    };
    place();
    return pane.onLayout(place);
  }, [pane, edge, start, end]);

  const words = highlight.quote.length > 60 ? `${highlight.quote.slice(0, 59)}…` : highlight.quote;
  return (
    <div
      ref={post}
      className={clsx(
        'absolute top-0 left-0 z-10 w-0.5 bg-accent forced-colors:bg-[Highlight]',
        held && 'pointer-events-none',
      )}
    >
      <button
        id={edgeId(edge)}
        type="button"
        aria-label={`${edge === 'start' ? 'Beginning' : 'End'} of “${words}”: drag it, or move it with the arrow keys`}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          // The focus and the selection stay where they are.
          event.preventDefault();
          dragEdge(desk, pane, highlight, edge, event);
        }}
        onClick={() => leaveEdges(desk)}
        onBlur={({ relatedTarget }) => {
          const other = edgeId(edge === 'start' ? 'end' : 'start');
          if (!(relatedTarget instanceof HTMLElement && relatedTarget.id === other)) void keepEdges(desk);
        }}
        className={clsx(
          // Below the line and outside the words: the letter of the type stands above them.
          'absolute top-full -mt-1 flex size-6 cursor-ew-resize touch-none items-start select-none pointer-coarse:size-11',
          edge === 'start' ? 'right-0 justify-end' : 'left-0 justify-start',
        )}
      >
        <span
          aria-hidden
          className="size-2.5 rounded-full border border-paper bg-accent forced-colors:bg-[Highlight]"
        />
      </button>
    </div>
  );
}
