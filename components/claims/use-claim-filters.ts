'use client';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { claimStatuses } from '@/lib/claims/claim';
import { restingsIn } from '@/lib/claims/resting';
import type { ViewFilters } from '@/lib/claims/saved-view';

const sorts = ['updated', 'added', 'statement'] as const;
const mines = ['created', 'assessed', 'not-assessed'] as const;
export type Mine = (typeof mines)[number];
export type ClaimSort = (typeof sorts)[number];

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const oneOf = <V extends string>(known: readonly V[], value: string): V | undefined =>
  known.find((one) => one === value);

/** The filters of the list of claims, as they stand in the address, and the query they make. */
export function useClaimFilters() {
  const filters = useSearchFilters(['q', 'status', 'mine', 'creator', 'entityId', 'rests', 'sort']);
  const { q, status, mine, creator, entityId, rests, sort } = filters.values;
  const query = {
    q: q || undefined,
    status: oneOf(claimStatuses, status),
    mine: oneOf(mines, mine),
    creatorId: ID.test(creator) ? creator : undefined,
    entityId: ID.test(entityId) ? entityId : undefined,
    rests: restingsIn(rests).join(',') || undefined,
    sort: oneOf(sorts, sort) ?? ('updated' as const),
  };
  const { sort: _, ...narrowing } = query;
  const clear = () => filters.set(blank);
  return { ...filters, query, clear, any: Object.values(narrowing).some((value) => value !== undefined) };
}

const blank = { q: null, status: null, mine: null, creator: null, entityId: null, rests: null };

/** The filters of the address as a view keeps them. */
export function filtersOf({ rests, creatorId: _, ...query }: ReturnType<typeof useClaimFilters>['query']): ViewFilters {
  const said = Object.entries(query).filter(([name, value]) => value !== undefined && value !== defaults[name]);
  return { ...Object.fromEntries(said), ...(rests ? { rests: restingsIn(rests) } : {}) };
}

const defaults: Partial<Record<string, string>> = { sort: 'updated' };

/** The address that a view stands for. */
export const addressOf = ({ rests, ...filters }: ViewFilters) => ({
  ...blank,
  sort: null,
  ...filters,
  rests: rests?.join(',') ?? null,
});
