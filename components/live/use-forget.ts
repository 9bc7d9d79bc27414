'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ReadName } from '@/lib/api/client';

/** Marks every answer of these reads as out of date after one's own write; those on screen are asked for again. */
export function useForget() {
  const client = useQueryClient();
  return useCallback(
    (...names: ReadName[]) => {
      for (const name of names) void client.invalidateQueries({ queryKey: [name] });
    },
    [client],
  );
}
