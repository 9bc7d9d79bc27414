'use client';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { notifyProblem } from '@/components/ui/notify';
import { Problem } from '@/lib/api/client';

// What was refused stays refused: only a server that did not answer, was busy, or had no database is asked again.
const PASSES = ['offline', 'busy', 'unavailable'];
const again = (failures: number, error: Error) =>
  failures < 2 && error instanceof Problem && PASSES.includes(error.code);

// ms that an answer is kept after nothing shows it any more: long enough to go back, short enough for a hundred articles in turn.
// The server makes a cache for each page and forgets it with the page.
const KEPT_AFTER = typeof window === 'undefined' ? Infinity : 15_000;

/** The session may end while somebody reads or writes: what is on the screen stays, and the way back is said. */
function signedOut(error: Error) {
  if (!(error instanceof Problem) || error.code !== 'unauthenticated') return;
  const { pathname, search } = window.location;
  notifyProblem('You are signed out', {
    key: 'signed-out',
    description: 'What you see stays, and what you typed is kept on this device.',
    action: {
      label: 'Sign in again',
      run: () =>
        window.location.assign(new URL(`/sign-in?next=${encodeURIComponent(pathname + search)}`, window.location.href)),
    },
  });
}

const make = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: signedOut }),
    // The event stream says when something is out of date, so that nothing needs to be asked on a timer or on focus.
    defaultOptions: {
      queries: { staleTime: 5 * 60_000, gcTime: KEPT_AFTER, refetchOnWindowFocus: false, retry: again },
    },
  });

/** One cache of answers for the page. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(make);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
