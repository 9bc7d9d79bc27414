'use client';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { claimStatuses } from '@/lib/claims/claim';

const sorts = ['updated', 'added', 'statement'] as const;
const mines = ['created', 'assessed', 'not-assessed'] as const;
export type Mine = (typeof mines)[number];
export type ClaimSort = (typeof sorts)[number];

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const oneOf = <V extends string>(known: readonly V[], value: string): V | undefined =>
  known.find((one) => one === value);

/** The filters of the list of claims, as they stand in the address, and the query they make. */
export function useClaimFilters() {
  const filters = useSearchFilters(['q', 'status', 'mine', 'entityId', 'sort']);
  const { q, status, mine, entityId, sort } = filters.values;
  const query = {
    q: q || undefined,
    status: oneOf(claimStatuses, status),
    mine: oneOf(mines, mine),
    entityId: ID.test(entityId) ? entityId : undefined,
    sort: oneOf(sorts, sort) ?? ('updated' as const),
  };
  const { sort: _, ...narrowing } = query;
  return { ...filters, query, any: Object.values(narrowing).some((value) => value !== undefined) };
}
