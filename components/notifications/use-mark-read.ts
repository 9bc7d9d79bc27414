'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { notifyProblem } from '@/components/ui/notify';
import { api, Problem } from '@/lib/api/client';

/** Marks lines of the inbox as read: those named, or all that came up to a moment. */
export function useMarkRead() {
  const queries = useQueryClient();
  return useCallback(
    async (which: { ids: string[] } | { until: string }) => {
      try {
        await api('readNotifications', { body: which });
      } catch (error) {
        notifyProblem(`Not marked as read. ${error instanceof Problem ? error.message : ''}`, { key: 'inbox' });
      }
      await queries.invalidateQueries({ queryKey: ['listNotifications'] });
    },
    [queries],
  );
}
