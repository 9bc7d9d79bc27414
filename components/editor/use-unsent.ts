'use client';
import { useSyncExternalStore } from 'react';
import { useRead } from '@/components/live/use-read';
import { isGone, keptAt, onKept, type Place } from './kept-drafts';

/** Whether something written at this place waits to be sent, in this browser or on the server; false while that is not known. */
export function useUnsent(place: Place | null): boolean {
  const here = useSyncExternalStore(
    onKept,
    () => place !== null && keptAt(place).length > 0,
    () => false,
  );
  const drafts = useRead('listDrafts', {}, { projectId: place?.projectId ?? '' }, { enabled: place !== null });
  return here || (drafts.data?.items ?? []).some((draft) => draft.targetId === place?.id && !isGone(draft.slot));
}
