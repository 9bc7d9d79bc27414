'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'next/navigation';
import { useMemo } from 'react';
import { undoStackOf } from '@/components/highlights/desk';
import { ThreadWrites } from './thread-writes';

export function useThreadWrites(): ThreadWrites {
  const queries = useQueryClient();
  const { projectId } = useParams<{ projectId?: string }>();
  return useMemo(() => new ThreadWrites(queries, projectId ? undoStackOf(projectId) : null), [queries, projectId]);
}
