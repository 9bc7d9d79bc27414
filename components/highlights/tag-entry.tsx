'use client';
import clsx from 'clsx';
import { memo, useEffect, useRef } from 'react';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import type { Layer } from './layer';
import { LayerFacts } from './layer-facts';
import { LayerLine } from './layer-line';
import { TagSource } from './tag-source';
import { TagTick } from './tag-tick';
import { useDesk, useDeskState } from './use-desk';

const details = late(() => import('./tag-details').then((file) => file.TagDetails));

interface TagEntryProps {
  layer: Layer;
  /** px from the top of the column; absent in a list that flows. */
  top?: number;
  /** Which of how many, for screen readers. */
  number: number;
  of: number;
  isChosen: boolean;
  /** Everything about it is shown. */
  isUnfolded: boolean;
  isTabStop: boolean;
  onHeight?: (px: number) => void;
}

/** Rendered for another layer alone: its place among all changes with every tag before it. */
const Folded = memo(function Folded({ layer }: { layer: Layer }) {
  const cited = layer.tag?.claim ? layer.tag : null;
  return (
    <>
      <div className="flex h-[1.375rem] items-center gap-2">
        <TagTick layer={layer} />
        <LayerLine layer={layer} facts={!cited} />
      </div>
      {cited ? (
        <div className="flex h-5 items-center gap-2 pl-6 text-sm text-muted">
          <span className="min-w-0 flex-1 truncate">
            <TagSource tag={cited} />
          </span>
          <LayerFacts layer={layer} />
        </div>
      ) : null}
    </>
  );
});

/** A tag in the margin: a line or two, and everything about it once it is chosen. */
export const TagEntry = memo(function TagEntry(props: TagEntryProps) {
  const { layer, top, number, of, isChosen, isUnfolded, isTabStop, onHeight } = props;
  const desk = useDesk();
  const entry = useRef<HTMLElement>(null);
  const isLit = useDeskState((state) => state.lit.includes(layer.id));
  const takesFocus = useDeskState((state) => state.focusChosen);

  useEffect(() => {
    if (isChosen && takesFocus) entry.current?.focus({ preventScroll: true });
  }, [isChosen, takesFocus]);
  useEffect(() => {
    const element = entry.current;
    if (!isUnfolded || !element || !onHeight) return;
    const observer = new ResizeObserver(() => onHeight(element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [isUnfolded, onHeight]);

  return (
    <article
      ref={entry}
      id={`entry-${layer.id}`}
      aria-label={layer.label}
      aria-posinset={number}
      aria-setsize={of}
      tabIndex={isTabStop ? 0 : -1}
      style={top === undefined ? undefined : { top }}
      onPointerEnter={() => desk.light([layer.id])}
      onPointerLeave={() => desk.light([])}
      onFocus={() => desk.light([layer.id])}
      onBlur={() => desk.light([])}
      onClick={({ target }) => {
        // Its box is ticked without choosing it.
        const ticked = target instanceof Element && target.closest('[role="checkbox"]');
        if (!isUnfolded && !ticked) desk.choose(layer);
      }}
      className={clsx(
        'rounded-sm border px-2 py-0.5',
        top === undefined
          ? 'relative'
          : 'absolute inset-x-0 transition-[top] duration-100 motion-reduce:transition-none',
        isUnfolded ? 'py-2' : 'cursor-default',
        isUnfolded && top !== undefined && 'z-10 border-line bg-paper shadow-float',
        !isUnfolded && isChosen ? 'border-accent' : top === undefined || !isUnfolded ? 'border-transparent' : null,
        isLit && !isUnfolded && 'bg-hover',
      )}
    >
      {isUnfolded ? (
        <LatePart of={details} with={{ layer }} loading={<Folded layer={layer} />} />
      ) : (
        <Folded layer={layer} />
      )}
    </article>
  );
});
