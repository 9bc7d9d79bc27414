'use client';
import { useState } from 'react';
import type { Thread } from '@/lib/threads/thread';
import { countArrivals, includesOwn, stampOf } from './arrivals';

/**
 * The threads to show: the latest, but while somebody is typing those they see, so that nothing moves under their hands.
 * `waiting` counts what came meanwhile; `show` lets it in.
 */
export function useArrivals(latest: readonly Thread[], typing: boolean, userId: string | null) {
  const stamp = stampOf(latest);
  const [held, setHeld] = useState({ stamp, threads: latest });
  const waiting = stamp === held.stamp ? 0 : countArrivals(held.threads, latest);
  const own = userId !== null && waiting > 0 && includesOwn(held.threads, latest, userId);
  const show = () => setHeld({ stamp, threads: latest });
  if (stamp !== held.stamp && (!typing || own || waiting === 0 || held.threads.length === 0)) show();
  return { shown: held.threads, waiting, show };
}
