/** What the margin wants to show: an entry beside its words. */
export interface MarginEntry {
  readonly id: string;
  /** Where the words begin, px from the top of the column. */
  readonly y: number;
  readonly height: number;
  /** Entries of one place (a paragraph) collapse together. */
  readonly place: number;
}

export type MarginSlot =
  | { readonly kind: 'entry'; readonly id: string; readonly top: number }
  | { readonly kind: 'more'; readonly place: number; readonly top: number; readonly ids: readonly string[] };

interface Options {
  readonly gap: number;
  /** Height of the count that stands for collapsed entries. */
  readonly moreHeight: number;
  /** Always shown, whatever collapses around it. */
  readonly chosen: string | null;
  /** Places that somebody opened: everything in them is shown. */
  readonly open: ReadonlySet<number>;
  /** How far entries may run on beside the next place, px. */
  readonly slack: number;
}

/** Consecutive entries of one place. */
function placesOf(entries: readonly MarginEntry[]): MarginEntry[][] {
  const places: MarginEntry[][] = [];
  for (const entry of entries)
    if (places.at(-1)?.[0]?.place === entry.place) places.at(-1)?.push(entry);
    else places.push([entry]);
  return places;
}

/** Tops of entries put one under the other from `from` on, each no higher than its words; and where the last one ends. */
function stack(entries: readonly MarginEntry[], from: number, gap: number) {
  let bottom = from;
  const tops = entries.map(({ y, height }) => {
    const top = Math.max(y, bottom);
    bottom = top + height + gap;
    return top;
  });
  return { tops, bottom };
}

/** How far the last entry may run on beside the next place, where it is all that a count would hide, px. */
const SPARE = 8;

/** The entries of a crowded place that still fit above `until`, the chosen one among them. */
function fitting(place: readonly MarginEntry[], from: number, until: number, options: Options): MarginEntry[] {
  const chosen = place.find(({ id }) => id === options.chosen);
  // A count of one would take as much room as what it stands for.
  const last = place.at(-1)!;
  const butOne = stack(place.slice(0, -1), from, options.gap).bottom + options.moreHeight;
  if (butOne <= until && Math.max(last.y + last.height, butOne + last.height - options.moreHeight) <= until + SPARE)
    return [...place];
  for (let count = place.length; count > 0; count -= 1) {
    const first = place.slice(0, count);
    const kept = !chosen || first.includes(chosen) ? first : [...place.slice(0, count - 1), chosen];
    const needed = stack(kept, from, options.gap).bottom + (count < place.length ? options.moreHeight : 0);
    if (needed <= until) return kept;
  }
  return chosen ? [chosen] : [];
}

/**
 * Where everything in the margin stands: each entry beside its words or as little below as those above it ask for.
 * A place whose entries would run into the next one shows as many as fit, and a count for the rest.
 * `entries` in reading order; tops in px, never overlapping.
 */
export function layoutMargin(entries: readonly MarginEntry[], options: Options): MarginSlot[] {
  const slots: MarginSlot[] = [];
  const places = placesOf(entries);
  let from = 0;
  for (const [index, place] of places.entries()) {
    const number = place[0]?.place ?? 0;
    const until = (places[index + 1]?.[0]?.y ?? Infinity) + options.slack;
    const shown = options.open.has(number) ? place : fitting(place, from, until, options);
    const { tops, bottom } = stack(shown, from, options.gap);
    slots.push(...shown.map(({ id }, at): MarginSlot => ({ kind: 'entry', id, top: tops[at] ?? from })));
    from = bottom;
    const hidden = place.filter((entry) => !shown.includes(entry));
    if (hidden.length === 0) continue;
    const top = Math.max(from, shown.length === 0 ? (place[0]?.y ?? from) : from);
    slots.push({ kind: 'more', place: number, top, ids: hidden.map(({ id }) => id) });
    from = top + options.moreHeight + options.gap;
  }
  return slots;
}
