'use client';
import { useQuery } from '@tanstack/react-query';
import { getText, type Problem } from '@/lib/api/client';

/** The exact text of one article version. Immutable, so it is asked for once. */
export function useText(articleId: string, version: number) {
  return useQuery<string, Problem>({
    queryKey: ['readText', { id: articleId }, { version }],
    queryFn: ({ signal }) => getText('readText', { id: articleId }, { version }, signal),
    staleTime: Infinity,
  });
}
