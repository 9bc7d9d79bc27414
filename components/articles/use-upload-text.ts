'use client';
import { useQuery } from '@tanstack/react-query';
import { getText, type Problem } from '@/lib/api/client';
import type { Upload } from '@/lib/articles/upload';

/** All that was read from a file that waits; read anew with every encoding. */
export function useUploadText(upload: Upload | null) {
  return useQuery<string, Problem>({
    queryKey: ['readUploadText', { id: upload?.id }, { version: upload?.version }],
    queryFn: ({ signal }) => getText('readUploadText', { id: upload!.id }, {}, signal),
    enabled: upload !== null,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}
