'use client';
import { useEffect } from 'react';
import { useClaimFilters } from '@/components/claims/use-claim-filters';
import { usePages } from '@/components/live/use-pages';

/** A picture of more says less: the newest so many, and the filters narrow them. */
export const MOST = 1000;
const PAGE = 250;

/** The claims that the filters in the address let through, page after page, for a picture of all of them. */
export function useAllClaims(projectId: string) {
  const { query, any } = useClaimFilters();
  const pages = usePages('listClaims', { projectId }, { ...query, sort: 'added', limit: PAGE });
  const { more, rows } = pages;
  const cut = more !== null && rows.length >= MOST;
  useEffect(() => {
    if (!cut) more?.();
  }, [cut, more]);
  return { ...pages, any, cut, loading: pages.loading || (more !== null && !cut) };
}
