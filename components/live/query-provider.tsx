'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Problem } from '@/lib/api/client';

// What was refused stays refused: only a server that did not answer, was busy, or had no database is asked again.
const PASSES = ['offline', 'busy', 'unavailable'];
const again = (failures: number, error: Error) =>
  failures < 2 && error instanceof Problem && PASSES.includes(error.code);

// ms that an answer is kept after nothing shows it any more: long enough to go back, short enough for a hundred articles in turn.
// The server makes a cache for each page and forgets it with the page.
const KEPT_AFTER = typeof window === 'undefined' ? Infinity : 15_000;

const make = () =>
  new QueryClient({
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
