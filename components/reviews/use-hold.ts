'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, keyOf } from '@/lib/api/client';
import type { Holds } from '@/lib/reviews/review';

const BEAT = 60_000; // ms between two words that one is still there; the server believes each for three minutes

/** What one is on; nothing while it is null. */
export type On = { tagId: string } | { claimId: string } | null;

/**
 * Lets colleagues see what one is on, while the page is looked at, and lets go of it on leaving. That steers and forbids nothing: when the
 * server does not answer nothing is said, and the work goes on.
 */
export function useHold(projectId: string, on: On): void {
  const client = useQueryClient();
  const tagId = on && 'tagId' in on ? on.tagId : undefined;
  const claimId = on && 'claimId' in on ? on.claimId : undefined;
  const isOn = on !== null;
  const last = useRef<On>(null);
  useEffect(() => {
    if (!tagId && !claimId) return;
    const body = tagId ? { tagId } : { claimId };
    last.current = tagId ? { tagId } : { claimId: claimId! };
    const say = () => {
      if (document.visibilityState === 'hidden') return;
      api('keepHold', { params: { projectId }, body })
        .then((holds: Holds) => client.setQueryData(keyOf('listHolds', { projectId }), holds))
        .catch(() => {});
    };
    say();
    const timer = setInterval(say, BEAT);
    document.addEventListener('visibilitychange', say);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', say);
    };
  }, [client, projectId, tagId, claimId]);
  useEffect(() => {
    if (!isOn) return;
    const leave = () =>
      void api('endHold', { params: { projectId }, body: last.current ?? {}, keepalive: true }).catch(() => {});
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [projectId, isOn]);
}
