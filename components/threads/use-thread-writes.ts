'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ThreadWrites } from './thread-writes';

export function useThreadWrites(): ThreadWrites {
  const queries = useQueryClient();
  return useMemo(() => new ThreadWrites(queries), [queries]);
}
