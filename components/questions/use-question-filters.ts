'use client';
import { useSearchFilters } from '@/components/ui/use-search-filters';

const states = ['open', 'settled'] as const;
const mines = ['assigned', 'created'] as const;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const blank = { q: null, state: null, mine: null, assignee: null, due: null };
const oneOf = <V extends string>(known: readonly V[], value: string): V | undefined =>
  known.find((one) => one === value);

/** The filters of the list of questions, as they stand in the address, and the query they make. */
export function useQuestionFilters() {
  const filters = useSearchFilters(['q', 'state', 'mine', 'assignee', 'due']);
  const { q, state, mine, assignee, due } = filters.values;
  const query = {
    q: q || undefined,
    state: oneOf(states, state),
    mine: oneOf(mines, mine),
    assigneeId: assignee === 'nobody' || ID.test(assignee) ? assignee : undefined,
    due: due === 'overdue' ? ('overdue' as const) : undefined,
  };
  const clear = () => filters.set(blank);
  return { ...filters, query, clear, any: Object.values(query).some((value) => value !== undefined) };
}
