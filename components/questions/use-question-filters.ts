'use client';
import { useSearchFilters } from '@/components/ui/use-search-filters';

const states = ['open', 'settled'] as const;
const mines = ['assigned', 'created'] as const;
const oneOf = <V extends string>(known: readonly V[], value: string): V | undefined =>
  known.find((one) => one === value);

/** The filters of the list of questions, as they stand in the address, and the query they make. */
export function useQuestionFilters() {
  const filters = useSearchFilters(['q', 'state', 'mine']);
  const { q, state, mine } = filters.values;
  const query = { q: q || undefined, state: oneOf(states, state), mine: oneOf(mines, mine) };
  return { ...filters, query, any: Object.values(query).some((value) => value !== undefined) };
}
