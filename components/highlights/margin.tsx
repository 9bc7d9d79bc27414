'use client';
import { useCallback, useMemo, useState } from 'react';
import { firstFrom, type Layer } from './layer';
import { layoutMargin, type MarginEntry } from './margin-layout';
import { TagEntry } from './tag-entry';
import { useDesk, useDeskState } from './use-desk';
import { useTops, type Tops } from './use-tops';

const HEIGHT = { mention: 28, citation: 46 };
const MORE = 24;

interface Listed extends MarginEntry {
  readonly layer: Layer;
  /** Its number among all that are shown. */
  readonly at: number;
}

/** Where layers stand in the list, without going through all of it: they are looked for where their words begin. */
function finder(layers: readonly Layer[]): (id: string, start: number) => number {
  let all: Map<string, number> | null = null;
  return (id, start) => {
    for (let at = firstFrom(layers, start); layers[at]?.start === start; at += 1) if (layers[at]?.id === id) return at;
    // Its edges have been moved since it was measured, or it is not shown any more.
    all ??= new Map(layers.map((layer, at) => [layer.id, at]));
    return all.get(id) ?? -1;
  };
}

function entriesOf(layers: readonly Layer[], tops: Tops, open: { id: string | null; height: number }): Listed[] {
  const find = finder(layers);
  const entries = [...tops].flatMap(([id, { top, line, start }]): Listed[] => {
    const at = find(id, start);
    const layer = layers[at];
    if (!layer) return [];
    const height = id === open.id ? open.height : layer.tag?.claim ? HEIGHT.citation : HEIGHT.mention;
    return [{ id, y: top - 4, height, place: line, layer, at }];
  });
  return entries.sort((a, b) => a.place - b.place || a.y - b.y || a.at - b.at);
}

/** The tags beside their words. Lights and chooses in step with the text; crowded places count, and open. */
export function Margin() {
  const desk = useDesk();
  const { shown, tops, from, to } = useTops();
  const chosen = useDeskState((state) => state.chosen);
  const unfolded = useDeskState((state) => state.unfolded);
  const opened = useDeskState((state) => state.open);
  const [height, setHeight] = useState(160);
  const measured = useCallback((px: number) => setHeight((before) => (Math.abs(before - px) < 1 ? before : px)), []);

  const entries = useMemo(
    () => entriesOf(shown, tops, { id: unfolded ? chosen : null, height }),
    [shown, tops, chosen, unfolded, height],
  );
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  const slots = useMemo(
    () => layoutMargin(entries, { gap: 2, moreHeight: MORE, chosen, open: opened, slack: 12 }),
    [entries, chosen, opened],
  );
  const seen = slots.filter(
    (slot) => (slot.top >= from && slot.top <= to) || (slot.kind === 'entry' && slot.id === chosen),
  );
  const first = seen.find((slot) => slot.kind === 'entry')?.id;
  const tabStop = chosen !== null && byId.has(chosen) ? chosen : first;

  return (
    <div role="group" aria-label="Tags in reading order" className="relative isolate h-full">
      {seen.map((slot) => {
        if (slot.kind === 'more')
          return (
            <button
              key={`more-${slot.place}`}
              type="button"
              style={{ top: slot.top, height: MORE }}
              className="absolute left-0 rounded-sm px-2 text-sm text-muted hover:bg-hover hover:text-ink"
              onClick={() => desk.store.set({ open: new Set([...opened, slot.place]) })}
              onPointerEnter={() => desk.light(slot.ids)}
              onPointerLeave={() => desk.light([])}
            >
              {slot.ids.length} more here
            </button>
          );
        const found = byId.get(slot.id);
        return found ? (
          <TagEntry
            key={slot.id}
            layer={found.layer}
            top={slot.top}
            number={found.at + 1}
            of={shown.length}
            isChosen={slot.id === chosen}
            isUnfolded={slot.id === chosen && unfolded}
            isTabStop={slot.id === tabStop}
            onHeight={measured}
          />
        ) : null;
      })}
    </div>
  );
}
