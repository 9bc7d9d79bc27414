'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useRead } from '@/components/live/use-read';
import { api, keyOf, Problem } from '@/lib/api/client';
import { setTourAt, subscribeTour, tourAt, type TourAt } from './tour-state';

/** Where this person is in the tour; `left` on the server, and wherever else they left it. */
export function useTour(userId: string): TourAt {
  const { data: me } = useRead('findMe', {});
  const at = useSyncExternalStore<TourAt>(
    subscribeTour,
    () => tourAt(userId),
    () => 'left',
  );
  return at === 'fresh' && me?.tourLeft !== false ? 'left' : at;
}

/** Leaves the tour: here at once, and everywhere else as soon as the account knows. */
export function useLeaveTour(userId: string): () => void {
  const queries = useQueryClient();
  return () => {
    setTourAt(userId, 'left');
    api('leaveTour', { body: {} }).then(
      (me) => void queries.setQueryData(keyOf('findMe'), me),
      (error: unknown) => {
        // Nothing of anybody's work is lost: another visit asks once more.
        if (!(error instanceof Problem)) throw error;
      },
    );
  };
}
