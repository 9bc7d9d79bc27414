import { absoluteTime } from '@/components/ui/moment';
import type { Claim } from '@/lib/claims/claim';

/** "3 May 2012", "1 Jul 2021 – 10 Jul 2021", "until 7 Oct 2021", with the note behind; the empty string for none. */
export function periodWords(period: Claim['structure']['period']): string {
  if (!period) return '';
  const { from, to, note } = period;
  const [first, last] = [from && absoluteTime(from, 'date'), to && absoluteTime(to, 'date')];
  const days =
    first && last
      ? first === last
        ? first
        : `${first} – ${last}`
      : first
        ? `from ${first}`
        : last
          ? `until ${last}`
          : '';
  return [days, note].filter(Boolean).join(', ');
}
