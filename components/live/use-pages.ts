'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get, keyOf, type AnswerOf, type Problem, type QueryOf, type ReadName } from '@/lib/api/client';
import { problemShown } from './kept';
import { oneMore } from './one-more';

/** Reads whose answer is a page of a list. */
export type Listed = {
  [N in ReadName]: AnswerOf<N> extends { items: unknown[]; nextCursor: string | null } ? N : never;
}[ReadName];
type Item<N extends Listed> = AnswerOf<N> extends { items: (infer I)[] } ? I : never;

/** ms that a project's lists are kept: whoever comes back from an article finds as many pages as there were. */
const LISTS_KEPT = 5 * 60_000;

/** A list of the API, page after page, under the list's own key. */
export function usePages<N extends Listed>(name: N, params: Record<string, string>, query: Partial<QueryOf<N>> = {}) {
  const list = useInfiniteQuery({
    queryKey: [...keyOf(name, params, query), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      get(name, params, { ...query, ...(pageParam ? { cursor: pageParam } : {}) } as Partial<QueryOf<N>>, signal),
    ...(params.projectId ? { gcTime: LISTS_KEPT } : {}),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page as { nextCursor: string | null }).nextCursor,
  });
  const pages = list.data?.pages;
  const rows = useMemo(
    () => (pages ?? []).flatMap((page) => (page as { items: unknown[] }).items) as Item<N>[],
    [pages],
  );
  return {
    rows,
    loading: list.isPending,
    error: problemShown(list.error as Problem | null, pages !== undefined),
    refetch: list.refetch,
    /** Reads the next page; null when there is none. */
    more: list.hasNextPage ? () => void oneMore(list.fetchNextPage, pages?.length ?? 0) : null,
  };
}
