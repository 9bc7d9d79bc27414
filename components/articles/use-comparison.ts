'use client';
import { useQuery } from '@tanstack/react-query';
import type { VersionsAnswer, VersionsQuestion } from './version-question';
import { compareVersions } from './versions-work';

/** The answer of the worker, asked for when both texts are there. `key` names the question. */
export function useComparison(key: readonly unknown[], question: VersionsQuestion | null) {
  return useQuery<VersionsAnswer>({
    queryKey: ['compareVersions', ...key],
    queryFn: ({ signal }) => compareVersions(question!, signal),
    enabled: question !== null,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
}
