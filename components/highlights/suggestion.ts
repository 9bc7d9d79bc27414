import type { Span } from '@/lib/anchoring/span';
import type { EntityRef } from '@/lib/entities/entity';
import type { Layer } from './layer';

/** A name in the text that may become a tag. It lives in this page alone: until it is accepted there is no tag. */
export interface Suggestion extends Span {
  readonly id: string;
  readonly quote: string;
  /** The spelling that fits, as the project writes it; of a new name, the words themselves. */
  readonly name: string;
  readonly type: string;
  /** What it would be tagged with; null: an entity of this type and name would be made. */
  readonly entity: EntityRef | null;
  /** What a refusal of it names: `pairOf`. */
  readonly pair: string;
}

/** Suggestions of one name for one entity. */
export interface SuggestionGroup {
  readonly pair: string;
  readonly first: Suggestion;
  readonly all: readonly Suggestion[];
}

/** Longer than any name that is suggested, in UTF-16 units. */
const LONGEST = 700;

/** Those of a list, sorted by start, that overlap the span. */
function* over<S extends Span>(sorted: readonly S[], { start, end }: Span): Generator<S> {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < start - LONGEST) low = middle + 1;
    else high = middle;
  }
  for (let one = sorted[low]; one && one.start < end; one = sorted[++low]) if (one.end > start) yield one;
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const longer = (outer: Span, inner: Span): boolean => holds(outer, inner) && !holds(inner, outer);
const some = <S extends Span>(sorted: readonly S[], span: Span, fits: (one: S) => boolean): boolean => {
  for (const one of over(sorted, span)) if (fits(one)) return true;
  return false;
};

const another = (a: Suggestion, b: Suggestion): boolean =>
  a.entity === null ? a.pair !== b.pair : a.entity.id !== b.entity?.id;

export const byPlace = (a: Suggestion, b: Suggestion): number =>
  a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * What may be suggested of what was found, whatever is tagged: nothing that the project has refused, no new name where a known one of
 * its type stands, and of spellings of one entity inside another the longer. `known` and `found` sorted by start; so is the answer,
 * the longest first.
 */
export function candidatesOf(
  known: readonly Suggestion[],
  found: readonly Suggestion[],
  refused: ReadonlySet<string>,
): Suggestion[] {
  const allowed = known.filter((one) => !refused.has(one.pair));
  const longest = allowed.filter((one) => !some(allowed, one, (other) => !another(one, other) && longer(other, one)));
  const news = found.filter(
    (one) => !refused.has(one.pair) && !some(known, one, (name) => holds(name, one) || name.type === one.type),
  );
  return [...longest, ...news].sort(byPlace);
}

/** What is suggested: the candidates but for what the reader has tagged. `layers` sorted by start. */
export function openSuggestions(candidates: readonly Suggestion[], layers: readonly Layer[]): Suggestion[] {
  // Looked at from the candidates: of ten thousand layers most lie over none.
  const tagged = (one: Suggestion) =>
    some(layers, one, ({ own, tag, start, end }) => {
      if (!own || !tag?.entity) return false;
      return one.entity ? tag.entity.id === one.entity.id && holds({ start, end }, one) : true;
    });
  return candidates.filter((one) => !tagged(one));
}

/** Suggestions by name and entity: known ones first, then the most frequent. */
export function groupsOf(open: readonly Suggestion[]): SuggestionGroup[] {
  const groups = new Map<string, { pair: string; first: Suggestion; all: Suggestion[] }>();
  for (const one of open) {
    const group = groups.get(one.pair);
    if (group) group.all.push(one);
    else groups.set(one.pair, { pair: one.pair, first: one, all: [one] });
  }
  const isNew = ({ first }: SuggestionGroup) => Number(first.entity === null);
  return [...groups.values()].sort((a, b) => isNew(a) - isNew(b) || b.all.length - a.all.length);
}

/** Other things that these words, or a part of them, may name. */
export const rivalsOf = (open: readonly Suggestion[], one: Suggestion): Suggestion[] =>
  [...over(open, one)].filter((other) => another(one, other));

/**
 * Those of one name that can be accepted together: not where the words are part of something longer that may be meant, or that the reader
 * has tagged as an entity. `layers` sorted by start.
 */
export const acceptable = (
  open: readonly Suggestion[],
  wanted: readonly Suggestion[],
  layers: readonly Layer[],
): Suggestion[] =>
  apart(
    wanted.filter(
      (one) =>
        !some(open, one, (other) => another(one, other) && longer(other, one)) &&
        !some(layers, one, (layer) => layer.own && !!layer.tag?.entity && longer(layer, one)),
    ),
  );

/** What can be accepted unseen of several names: the longest candidates, and none where the same words may name two. */
export const unequivocal = (
  open: readonly Suggestion[],
  wanted: readonly Suggestion[],
  layers: readonly Layer[],
): Suggestion[] =>
  acceptable(open, wanted, layers).filter(
    (one) => !some(open, one, (other) => another(one, other) && holds(one, other) && holds(other, one)),
  );

/** Of candidates that overlap, the first and longest. */
function apart(sorted: readonly Suggestion[]): Suggestion[] {
  let end = -1;
  return sorted.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}

/** The suggestion to go to: after or before the one that is looked at, else from the place that is; around the end. */
export function nextSuggestion(
  open: readonly Suggestion[],
  from: Suggestion | number,
  by: 1 | -1,
): Suggestion | undefined {
  const passed = (one: Suggestion) => (typeof from === 'number' ? one.start >= from : byPlace(one, from) > 0);
  const after = open.findIndex(passed);
  if (by === 1) return open[after] ?? open[0];
  const upTo = after < 0 ? open.length : after;
  const before = open.slice(0, upTo).findLast((one) => typeof from === 'number' || byPlace(one, from) < 0);
  return before ?? open.at(-1);
}
