import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { KEPT_AFTER } from './kept';

// A query is kept as long as the longest that anything asked for: without this the client's own five minutes would win over the reader's.
const kept = { defaultOptions: { queries: { gcTime: KEPT_AFTER } } };

/** Hands what the server has read to the browser's cache, each answer under its `keyOf`. */
export function Hydrate({
  answers,
  children,
}: {
  answers: (readonly [readonly unknown[], unknown])[];
  children: ReactNode;
}) {
  const client = new QueryClient();
  for (const [key, data] of answers) client.setQueryData(key, data);
  return (
    <HydrationBoundary state={dehydrate(client)} options={kept}>
      {children}
    </HydrationBoundary>
  );
}
