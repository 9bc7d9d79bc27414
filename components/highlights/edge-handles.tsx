'use client';
import clsx from 'clsx';
import { useLayoutEffect, useRef } from 'react';
import type { Pane } from '@/components/articles/pane';
import type { Edge } from '@/lib/anchoring/edges';
import type { Highlight } from '@/lib/highlights/highlight';
import { dragEdge } from './drag-edge';
import { edgeId, leaveEdges } from './edge-focus';
import { edgePlace } from './edge-place';
import { keepEdges, mayMove } from './move-edges';
import { useDesk, useDeskState, useLying } from './use-desk';

/** Handles at both ends of the chosen words, for whoever may move them. */
export function EdgeHandles() {
  const desk = useDesk();
  const chosen = useDeskState((state) => state.chosen);
  const pane = useDeskState((state) => state.pane);
  const busy = useDeskState(
    ({ draft, picking, asking, translating }) =>
      draft !== null || picking.length > 0 || asking !== null || translating !== null,
  );
  const highlight = useLying(({ all }) => (chosen === null ? null : all.find(({ id }) => id === chosen)?.highlight));
  if (!pane || !highlight || busy || highlight.version === 0 || mayMove(desk, highlight) !== true) return null;
  return <Handles key={highlight.id} pane={pane} highlight={highlight} />;
}

interface HandleProps {
  pane: Pane;
  highlight: Highlight;
}

function Handles({ pane, highlight }: HandleProps) {
  const moving = useDeskState((state) => state.moving);
  const group = useRef<HTMLDivElement>(null);
  // Where the words are drawn now.
  const { start, end } = moving?.highlight.id === highlight.id ? moving : highlight;

  useLayoutEffect(() => {
    const place = () => {
      const posts = [...(group.current?.children ?? [])] as HTMLElement[];
      const origin = posts[0]?.parentElement?.offsetParent?.getBoundingClientRect();
      // Both are looked for before either is put, so that the page is laid out once.
      const places = edges.map((edge) => edgePlace(pane, { start, end }, edge));
      for (const [at, post] of posts.entries()) put(post, places[at] ?? null, origin);
    };
    // Within the frame that shows them, and not before: what else changes with them is laid out together.
    const frame = requestAnimationFrame(place);
    const unfollow = pane.onLayout(place);
    return () => {
      cancelAnimationFrame(frame);
      unfollow();
    };
  }, [pane, start, end]);

  return (
    <div ref={group} role="group" aria-label="Edges of the highlighted words">
      {edges.map((edge) => (
        <Handle key={edge} edge={edge} pane={pane} highlight={highlight} />
      ))}
    </div>
  );
}

const edges = ['start', 'end'] as const;

function put(post: HTMLElement, at: ReturnType<typeof edgePlace>, origin: DOMRect | undefined): void {
  const isHidden = !at || !origin;
  if (post.hidden !== isHidden) post.hidden = isHidden;
  if (!at || !origin) return;
  post.style.height = `${at.bottom - at.top}px`;
  post.style.translate = `${at.x - origin.left - 1}px ${at.top - origin.top}px`;
}

function Handle({ edge, pane, highlight }: HandleProps & { edge: Edge }) {
  const desk = useDesk();
  const held = useDeskState((state) => state.moving?.by === 'pointer');
  const words = highlight.quote.length > 60 ? `${highlight.quote.slice(0, 59)}…` : highlight.quote;
  return (
    <div
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
