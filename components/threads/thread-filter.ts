import type { z } from 'zod';
import type { threadFilter } from '@/lib/threads/thread';

type Filter = Partial<Pick<z.input<typeof threadFilter>, 'state' | 'mine' | 'objections'>>;
export type Which = 'open' | 'closed' | 'all';
export const threadFilterNames = ['state', 'mine', 'objections'] as const;

/** What the address asks for: open threads unless it says otherwise. */
export function filterOf(values: Record<(typeof threadFilterNames)[number], string>): { which: Which; filter: Filter } {
  const { state, mine, objections } = values;
  const which: Which = state === 'closed' || state === 'all' ? state : 'open';
  return {
    which,
    filter: {
      ...(which === 'all' ? {} : { state: which }),
      ...(mine === 'started' || mine === 'took-part' ? { mine } : {}),
      ...(objections === 'open' ? { objections } : {}),
    },
  };
}
