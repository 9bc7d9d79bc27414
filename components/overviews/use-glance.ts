'use client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { get, keyOf, type AnswerOf, type Problem } from '@/lib/api/client';

/** ms after which figures on the screen are read again. They count a whole project: not with every tag of a colleague's. */
const EVERY = 30_000;

/** Figures of a project: fresh when one comes, read again twice a minute while somebody looks. */
export function useGlance<N extends 'findOverview' | 'findOwnWork'>(
  name: N,
  projectId: string,
): UseQueryResult<AnswerOf<N>, Problem> {
  return useQuery<AnswerOf<N>, Problem>({
    queryKey: keyOf(name, { projectId }),
    queryFn: ({ signal }) => get(name, { projectId }, {}, signal),
    staleTime: 5000,
    refetchInterval: EVERY,
    refetchOnWindowFocus: true,
  });
}
