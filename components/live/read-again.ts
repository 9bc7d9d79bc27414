import type { InvalidateQueryFilters, Query, QueryClient } from '@tanstack/react-query';

/**
 * Marks answers old and reads those on the screen again. One that is being read for the first time began before whatever made it old, and
 * the library would let it go on: it is begun anew.
 */
export async function readAgain(client: QueryClient, filters: InvalidateQueryFilters = {}): Promise<void> {
  const { predicate = () => true } = filters;
  const isFirst = (query: Query) => query.state.data === undefined && predicate(query);
  await client.cancelQueries({ ...filters, type: 'active', fetchStatus: 'fetching', predicate: isFirst });
  await client.invalidateQueries(filters);
}
