'use client';
import { useEffect, useState } from 'react';
import { lastVisit } from './visits';

/** When this browser was last here before this sitting; undefined until the browser has been asked. */
export function useLastVisit(projectId: string): string | null | undefined {
  const [since, setSince] = useState<string | null>();
  useEffect(() => {
    const asked = requestAnimationFrame(() =>
      setSince(lastVisit(projectId, new Date().toISOString(), sessionStorage, localStorage)),
    );
    return () => cancelAnimationFrame(asked);
  }, [projectId]);
  return since;
}
