import type { z } from 'zod';
import type { threadFilter } from '@/lib/threads/thread';

type Filter = Partial<Pick<z.input<typeof threadFilter>, 'state' | 'mine' | 'objections'>>;
export type Which = 'open' | 'closed' | 'all';

/** What the address asks for: open threads unless it says otherwise. */
export function filterOf(search: URLSearchParams): { which: Which; filter: Filter } {
  const state = search.get('state');
  const which: Which = state === 'closed' || state === 'all' ? state : 'open';
  const mine = search.get('mine');
  return {
    which,
    filter: {
      ...(which === 'all' ? {} : { state: which }),
      ...(mine === 'started' || mine === 'took-part' ? { mine } : {}),
      ...(search.get('objections') === 'open' ? { objections: 'open' as const } : {}),
    },
  };
}

/** The query of the address after one change; null takes a filter away. */
export function withFilter(search: URLSearchParams, name: string, value: string | null): string {
  const next = new URLSearchParams(search);
  if (value === null) next.delete(name);
  else next.set(name, value);
  return next.size > 0 ? `?${next}` : '?';
}
