'use client';
import { useStill } from '@/components/live/use-still';
import type { Thread } from '@/lib/threads/thread';
import { countArrivals, countMoving, includesOwn, stampOf } from './arrivals';

/**
 * The threads to show: the latest, unless they would move what somebody reads, or come while somebody is typing. `waiting` counts what came
 * meanwhile; `show` lets it in.
 */
export function useArrivals(latest: readonly Thread[], typing: boolean, userId: string | null) {
  return useStill(latest, {
    stampOf,
    count(shown, now) {
      if (shown.length === 0 || (userId !== null && includesOwn(shown, now, userId))) return 0;
      return typing ? countArrivals(shown, now) : countMoving(shown, now);
    },
  });
}
