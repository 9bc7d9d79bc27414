import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

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
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
