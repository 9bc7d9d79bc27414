'use client';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { filterFrom, filterParts, type FilterPart, type LayerFilter } from './filter';

/** The filters as the page's address has them. */
export function useFilter(): LayerFilter {
  const search = useSearchParams();
  return useMemo(() => filterFrom(search), [search]);
}

/** Sets one filter, or with null takes it away; with no part, all of them. The address follows without a new page. */
export function setFilter(part?: FilterPart, value: string | null = null): void {
  const url = new URL(location.href);
  for (const one of part ? [part] : filterParts) url.searchParams.delete(one);
  if (part && value) url.searchParams.set(part, value);
  history.replaceState(null, '', url);
}
