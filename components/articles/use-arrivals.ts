import { useMemo, useSyncExternalStore } from 'react';
import { useRead } from '@/components/live/use-read';
import { arrivalsAt, onArrivals, type Arrival, type ArrivalPlace } from './arrivals';

const NONE: readonly Arrival[] = [];

/** What is on its way into a project from this tab and what was not taken, whether on this visit or before. */
export function useArrivals(projectId: string): { place: ArrivalPlace; arrivals: readonly Arrival[] } {
  const userId = useRead('findMe', {}).data?.id ?? '';
  const place = useMemo(() => ({ userId, projectId }), [userId, projectId]);
  const arrivals = useSyncExternalStore(
    onArrivals,
    () => arrivalsAt(place),
    () => NONE,
  );
  return { place, arrivals };
}
