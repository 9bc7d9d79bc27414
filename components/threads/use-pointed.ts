'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useSyncExternalStore } from 'react';

const onHash = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/** The thread and comment that the address leads to (`?thread=…#comment-…`); brought into view once, when it is there. */
export function usePointed(ready: boolean) {
  const threadId = useSearchParams().get('thread');
  const hash = useSyncExternalStore(
    onHash,
    () => window.location.hash,
    () => '',
  );
  const commentId = hash.startsWith('#comment-') ? hash.slice('#comment-'.length) : null;
  const goal = commentId ? `comment-${commentId}` : threadId ? `thread-${threadId}` : null;
  const reached = useRef<string | null>(null);
  useEffect(() => {
    if (!ready || !goal || reached.current === goal) return;
    const place = document.getElementById(goal);
    if (!place) return;
    reached.current = goal;
    place.scrollIntoView({ block: 'center' });
    place.focus({ preventScroll: true });
  }, [ready, goal]);
  return { threadId, commentId };
}
