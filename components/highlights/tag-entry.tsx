'use client';
import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import type { Layer } from './layer';
import { LayerLine } from './layer-line';
import { TagDetails } from './tag-details';
import { TagSource } from './tag-source';
import { useDesk, useDeskState } from './use-desk';

interface TagEntryProps {
  layer: Layer;
  /** px from the top of the column; absent in a list that flows. */
  top?: number;
  /** Which of how many, for screen readers. */
  place: readonly [number, number];
  isChosen: boolean;
  isTabStop: boolean;
  onHeight?: (px: number) => void;
}

/** A tag in the margin: a line or two, and everything about it once it is chosen. */
export function TagEntry({ layer, top, place, isChosen, isTabStop, onHeight }: TagEntryProps) {
  const desk = useDesk();
  const entry = useRef<HTMLElement>(null);
  const isLit = useDeskState((state) => state.lit.includes(layer.id));
  const takesFocus = useDeskState((state) => state.focusChosen);

  useEffect(() => {
    if (isChosen && takesFocus) entry.current?.focus({ preventScroll: true });
  }, [isChosen, takesFocus]);
  useEffect(() => {
    const element = entry.current;
    if (!isChosen || !element || !onHeight) return;
    const observer = new ResizeObserver(() => onHeight(element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [isChosen, onHeight]);

  return (
    <article
      ref={entry}
      id={`entry-${layer.id}`}
      aria-label={layer.label}
      aria-posinset={place[0]}
      aria-setsize={place[1]}
      tabIndex={isTabStop ? 0 : -1}
      style={top === undefined ? undefined : { top }}
      onPointerEnter={() => desk.light([layer.id])}
      onPointerLeave={() => desk.light([])}
      onFocus={() => desk.light([layer.id])}
      className={clsx(
        'rounded-sm border',
        top === undefined
          ? 'relative'
          : 'absolute inset-x-0 transition-[top] duration-100 motion-reduce:transition-none',
        isChosen ? 'z-10 border-line bg-paper shadow-float' : 'border-transparent',
        isLit && !isChosen && 'bg-hover',
      )}
    >
      <div
        className={clsx('px-2', layer.tag?.claim && !isChosen ? 'h-[2.75rem] py-0.5' : 'py-0.5')}
        onClick={() => desk.choose(isChosen ? null : layer)}
      >
        <div className="flex h-[1.375rem] cursor-default items-center gap-2">
          <LayerLine layer={layer} />
        </div>
        {layer.tag?.claim && !isChosen ? (
          <div className="truncate pl-6 text-sm text-muted">
            <TagSource tag={layer.tag} />
          </div>
        ) : null}
      </div>
      {isChosen ? <TagDetails layer={layer} /> : null}
    </article>
  );
}
