'use client';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { Layer } from './layer';
import { TagEntry } from './tag-entry';
import { useDeskState, useDeskView } from './use-desk';

/** More than this is for the filters: a sheet is for a look. */
const LISTED = 300;

/** Where there is no room for a margin: a sheet at the foot of the screen, with the chosen tag or all of them. */
export function MarginSheet() {
  const { desk, shown } = useDeskView();
  const chosen = useDeskState((state) => state.chosen);
  // Who is composing needs the room.
  const composing = useDeskState((state) => state.draft !== null || state.asking !== null);
  const [wanted, setOpen] = useState(false);
  const open = wanted && !composing;
  const layer = chosen === null ? undefined : shown.find(({ id }) => id === chosen);
  const listed: readonly Layer[] = open ? shown.slice(0, LISTED) : layer && !composing ? [layer] : [];
  if (shown.length === 0) return null;
  return (
    <aside
      data-bar="bottom"
      aria-label="Tags"
      className="sticky bottom-(--dock-height) z-20 border-t border-line bg-paper shadow-float"
    >
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex h-9 w-full items-center gap-2 px-4 text-left font-medium pointer-coarse:h-11"
      >
        {open ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
        {shown.length === 1 ? '1 tag' : `${shown.length} tags`}
        {layer && !open ? <span className="min-w-0 flex-1 truncate font-normal text-muted">{layer.label}</span> : null}
      </button>
      {listed.length > 0 ? (
        <div
          role="group"
          aria-label="Tags in reading order"
          className="max-h-[45dvh] overflow-y-auto overscroll-contain border-t border-line px-2 py-1"
        >
          {listed.map((one) => (
            <TagEntry
              key={one.id}
              layer={one}
              number={shown.indexOf(one) + 1}
              of={shown.length}
              isChosen={one.id === chosen}
              isUnfolded={one.id === chosen}
              isTabStop={one.id === chosen || (chosen === null && one === listed[0])}
            />
          ))}
          {open && shown.length > LISTED ? (
            <p className="px-2 py-2 text-muted">{shown.length - LISTED} more: filter the tags, or walk with J and K.</p>
          ) : null}
        </div>
      ) : null}
      {layer && !open ? (
        <button type="button" className="sr-only" onClick={() => desk.choose(null)}>
          Close the tag
        </button>
      ) : null}
    </aside>
  );
}
