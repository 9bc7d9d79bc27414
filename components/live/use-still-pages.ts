'use client';
import type { QueryOf } from '@/lib/api/client';
import { countMoved } from './moved';
import { usePages, type Listed } from './use-pages';
import { useStill } from './use-still';

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const stampOf = (rows: readonly { id: string }[]) => idsOf(rows).join();
const count = (shown: readonly { id: string }[], latest: readonly { id: string }[]) =>
  countMoved(idsOf(shown), idsOf(latest));

/** A list of the API, page after page, whose rows stand still while others change it; see `useStill`. */
export function useStillPages<N extends Listed>(
  name: N,
  params: Record<string, string>,
  query: Partial<QueryOf<N>> = {},
) {
  const pages = usePages(name, params, query);
  const still = useStill(pages.rows as typeof pages.rows & { id: string }[], {
    stampOf,
    count,
    of: JSON.stringify([params, query, pages.loading]),
  });
  return { ...pages, rows: still.shown as typeof pages.rows, waiting: still.waiting, show: still.show };
}
