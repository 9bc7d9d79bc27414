'use client';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { historyKinds, type HistoryKind } from '@/lib/activity/activity';

const names = ['kind', 'by', 'about', 'from', 'to'] as const;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const kinds = Object.keys(historyKinds) as HistoryKind[];

/** The beginning of a day in UTC, in which all times of the product are written, or of the one after it. */
function dawn(day: string, after = 0): string | undefined {
  const at = new Date(`${day}T00:00:00.000Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(+at)) return undefined;
  at.setUTCDate(at.getUTCDate() + after);
  return at.toISOString();
}

/** The filters of the history, as they stand in the address, and the query they make. Both days count. */
export function useHistoryFilters() {
  const filters = useSearchFilters(names);
  const { kind, by, about, from, to } = filters.values;
  const query = {
    kind: kinds.find((one) => one === kind),
    actorId: ID.test(by) ? by : undefined,
    subjectId: ID.test(about) ? about : undefined,
    from: dawn(from),
    to: dawn(to, 1),
  };
  const clear = () => filters.set(Object.fromEntries(names.map((name) => [name, null])));
  return { ...filters, query, clear, active: Object.values(query).filter(Boolean).length };
}
