'use client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { get, keyOf, type AnswerOf, type Problem, type QueryOf, type ReadName } from '@/lib/api/client';

/** A read of the API, kept under its key and refreshed by the event stream. */
export function useRead<N extends ReadName>(
  name: N,
  params: Record<string, string>,
  query: Partial<QueryOf<N>> = {},
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<AnswerOf<N>, Problem> {
  return useQuery<AnswerOf<N>, Problem>({
    queryKey: keyOf(name, params, query),
    queryFn: ({ signal }) => get(name, params, query, signal),
    enabled,
  });
}
