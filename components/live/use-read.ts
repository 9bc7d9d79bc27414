'use client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { get, keyOf, type AnswerOf, type Problem, type QueryOf, type ReadName } from '@/lib/api/client';
import { problemShown } from './kept';

/** A read of the API, kept under its key and refreshed by the event stream. */
export function useRead<N extends ReadName>(
  name: N,
  params: Record<string, string>,
  query: Partial<QueryOf<N>> = {},
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<AnswerOf<N>, Problem> {
  const read = useQuery<AnswerOf<N>, Problem>({
    queryKey: keyOf(name, params, query),
    queryFn: ({ signal }) => get(name, params, query, signal),
    enabled,
  });
  const error = problemShown(read.error, read.data !== undefined);
  // The answer tells by what is asked of it when to render again: it stays, with another `error` before it.
  return error === read.error ? read : (Object.create(read, { error: { value: error } }) as typeof read);
}
