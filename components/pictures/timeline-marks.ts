import type { Period } from '@/lib/claims/period';
import { reach, readWhen } from '@/lib/claims/when';

// Pure: what a period looks like on a line of time, in days since 1970.

/**
 * One moment of a period: began then, ended then, happened then (both), or was so then. `first` to `last` is what the source
 * says; `reach` is as far as "about" may reach.
 */
export type Mark = {
  readonly kind: 'began' | 'ended' | 'happened' | 'held';
  readonly first: number;
  readonly last: number;
  readonly reach: readonly [number, number];
  readonly exact: boolean;
};
export type Drawn = {
  readonly marks: readonly Mark[];
  /** Where it goes on beyond what is said. */
  readonly open: { readonly before: boolean; readonly after: boolean };
};

function markOf(written: string, kind: Mark['kind']): Mark {
  const when = readWhen(written)!;
  const [first, last] = reach({ ...when, about: false });
  return { kind, first, last: last + 1, reach: extended(reach(when)), exact: first === last && !when.about };
}

const extended = ([first, last]: [number, number]): [number, number] => [first, last + 1];

/** "Between 2010 and 2013" is one moment that is known to four years. */
function joined(a: Mark, b: Mark): Mark {
  return {
    kind: 'held',
    first: a.first,
    last: b.last,
    reach: [a.reach[0], b.reach[1]],
    exact: a.exact && a.first === b.first,
  };
}

/** How a period is drawn; null for one that only words tell. */
export function drawnOf(period: Period | null): Drawn | null {
  if (!period || (period.from === null && period.to === null)) return null;
  const { from, to, starts, ends } = period;
  if (from !== null && from === to && starts && ends)
    return { marks: [markOf(from, 'happened')], open: { before: false, after: false } };
  const first = from === null ? null : markOf(from, starts ? 'began' : 'held');
  const last = to === null ? null : markOf(to, ends ? 'ended' : 'held');
  if (first && last && !starts && !ends) return { marks: [joined(first, last)], open: { before: false, after: false } };
  return {
    marks: [first, last].filter((mark) => mark !== null),
    open: { before: first === null, after: last === null },
  };
}

/** The first and the last day that a drawing touches. */
export const extentOf = ({ marks }: Drawn): [number, number] => [
  Math.min(...marks.map((mark) => mark.reach[0])),
  Math.max(...marks.map((mark) => mark.reach[1])),
];
