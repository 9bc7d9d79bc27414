'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ReviewWrites } from './review-writes';

export function useReviewWrites(projectId: string): ReviewWrites {
  const queries = useQueryClient();
  return useMemo(() => new ReviewWrites(projectId, queries), [projectId, queries]);
}
