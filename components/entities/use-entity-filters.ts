'use client';
import { useSearchFilters } from '@/components/ui/use-search-filters';

const sorts = ['name', 'mentions', 'added'] as const;
export type EntitySort = (typeof sorts)[number];

/** The filters of the list of entities, as they stand in the address, and the query they make. */
export function useEntityFilters() {
  const filters = useSearchFilters(['q', 'type', 'sort']);
  const { q, type, sort } = filters.values;
  const query = {
    q: q || undefined,
    type: type.slice(0, 40) || undefined,
    sort: sorts.find((one) => one === sort) ?? ('name' as const),
  };
  return { ...filters, query, any: Boolean(q || type) };
}
