import type { Layer } from './layer';

/** Which layers are shown; each absent part lets everything through. Kept in the page's address. */
export interface LayerFilter {
  readonly author: string | null;
  readonly entity: string | null;
  readonly claim: string | null;
  /** `mentions`, `citations`, `bare`, a stance, or a type of entity. */
  readonly type: string | null;
  readonly review: string | null;
}

export const noFilter: LayerFilter = { author: null, entity: null, claim: null, type: null, review: null };

export const filterParts = ['author', 'entity', 'claim', 'type', 'review'] as const;
export type FilterPart = (typeof filterParts)[number];

export function filterFrom(search: { get: (name: string) => string | null }): LayerFilter {
  const part = (name: FilterPart) => search.get(name) || null;
  return {
    author: part('author'),
    entity: part('entity'),
    claim: part('claim'),
    type: part('type'),
    review: part('review'),
  };
}

export const isFiltered = (filter: LayerFilter): boolean => filterParts.some((part) => filter[part] !== null);

function fitsType({ tag }: Layer, type: string): boolean {
  if (type === 'bare') return tag === null;
  if (type === 'mentions') return Boolean(tag?.entity);
  if (type === 'citations') return Boolean(tag?.claim);
  return tag?.entity?.type === type || tag?.stance === type;
}

/** Whether a layer is shown. A highlight without tags has neither target nor review state. */
export function passes(layer: Layer, { author, entity, claim, type, review }: LayerFilter): boolean {
  const { tag, highlight } = layer;
  if (author && (tag ?? highlight).author.id !== author) return false;
  if (entity && tag?.entity?.id !== entity && tag?.speaker?.id !== entity) return false;
  if (claim && tag?.claim?.id !== claim) return false;
  if (review && tag?.reviewState !== review) return false;
  return !type || fitsType(layer, type);
}

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** What can be chosen for authors, entities and claims: those that occur, most frequent first. */
export function choicesOf(layers: readonly Layer[], part: 'author' | 'entity' | 'claim'): FilterChoice[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const { tag, highlight } of layers) {
    const person = (tag ?? highlight).author;
    const found =
      part === 'author'
        ? { id: person.id, label: person.name }
        : part === 'entity'
          ? tag?.entity && { id: tag.entity.id, label: tag.entity.name }
          : tag?.claim && { id: tag.claim.id, label: tag.claim.statement };
    if (found) counts.set(found.id, { label: found.label, count: (counts.get(found.id)?.count ?? 0) + 1 });
  }
  return [...counts]
    .map(([value, { label, count }]) => ({ value, label, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}
