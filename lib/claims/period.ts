import { z } from 'zod';
import { day, text, wordsOrBlank } from '@/lib/core/words';
import { overlap, reach, readWhen, sayDay, sayWhen, whenText, precisionOf, type When } from './when';

// Pure: when something that a claim says began, was so, and ended; and whether two such periods can both be true.

/** A period as it comes in. A day is a moment too, so the plain shape `{from: day, to: day}` is one. */
export const periodInput = z
  .strictObject({
    from: whenText().nullable(),
    to: whenText().nullable(),
    /** It began then; without it, it is only said to have been so then. */
    starts: z.boolean().optional(),
    /** It ended then. */
    ends: z.boolean().optional(),
    /** As the source says it: "a decade ago". */
    note: wordsOrBlank(200).optional(),
    /** The day that such words are counted from: that of the article. */
    saidOn: day().nullable().optional(),
  })
  .refine(({ from, starts }) => from !== null || !starts, 'Say when it began, or that you do not know that it began.')
  .refine(({ to, ends }) => to !== null || !ends, 'Say when it ended, or that you do not know that it ended.')
  .refine(({ note, saidOn }) => !saidOn || Boolean(note), 'A day belongs to words: say what was said on it.')
  .refine(({ from, to }) => inOrder(from, to), 'A period ends after it starts.');

export const periodView = z.object({
  from: text().nullable(), // the shapes of `when.ts`
  to: text().nullable(),
  starts: z.boolean(),
  ends: z.boolean(),
  note: text().nullable(),
  saidOn: text().nullable(),
});
export type Period = z.output<typeof periodView>;

const whenOf = (written: string | null) => (written === null ? null : readWhen(written));

function inOrder(from: string | null, to: string | null): boolean {
  const [first, last] = [whenOf(from), whenOf(to)];
  return !first || !last || first.earliest <= last.latest;
}

/** A period with everything said; null for one that says neither a moment nor words. */
export function periodOf(period: z.output<typeof periodInput> | null | undefined): Period | null {
  if (!period || !(period.from || period.to || period.note)) return null;
  const { from, to, starts = false, ends = false, note = null, saidOn = null } = period;
  return { from, to, starts, ends, note, saidOn };
}

const on = (when: When) => (precisionOf(when) === 'day' && !when.about ? 'on' : 'in');
const inWhen = (when: When) => (when.about ? sayWhen(when) : `${on(when)} ${sayWhen(when)}`);

function sayMoments({ from, to, starts, ends }: Pick<Period, 'from' | 'to' | 'starts' | 'ends'>): string {
  const [first, last] = [whenOf(from), whenOf(to)];
  if (first && starts && ends && from === to) return `happened ${inWhen(first)}`;
  const begun = first && (starts ? `began ${inWhen(first)}` : last && ends ? `was so ${inWhen(first)}` : '');
  const ended = last && (ends ? `ended ${inWhen(last)}` : first && starts ? `was still so ${inWhen(last)}` : '');
  if (begun || ended) return [begun, ended].filter(Boolean).join(', ');
  if (first && last) return from === to ? inWhen(first) : `between ${sayWhen(first)} and ${sayWhen(last)}`;
  if (first) return `${sayWhen(first)} or later`;
  return last ? `by ${sayWhen(last)}` : '';
}

/**
 * A period in words, no more exactly than it is known: "began in 2006", "by 2010", "began about 2011, “a decade ago” said on
 * 13 Jul 2021". The empty string for none.
 */
export function sayPeriod(period: Period | null): string {
  if (!period) return '';
  const { note, saidOn } = period;
  const said = note && saidOn ? `“${note}” said on ${sayDay(saidOn)}` : note;
  return [sayMoments(period), said].filter(Boolean).join(', ');
}

/** What makes two periods one: all but the words that they were taken from. */
export const samePeriod = (a: Period, b: Period): boolean =>
  a.from === b.from && a.to === b.to && a.starts === b.starts && a.ends === b.ends;

type Days = [number, number];
/** What a period says: when it began and ended, if it says so, and when it was so. In days of `reach`. */
type Said = { began: Days | null; ended: Days | null; was: Days | null };

function saidBy({ from, to, starts, ends }: Period): Said {
  const [first, last] = [whenOf(from), whenOf(to)].map((when) => when && reach(when)) as [Days | null, Days | null];
  const was = (): Days | null => {
    if (starts || ends) return starts && ends ? null : starts ? last : first;
    return first || last ? [first?.[0] ?? -Infinity, last?.[1] ?? Infinity] : null;
  };
  return { began: starts ? first : null, ended: ends ? last : null, was: was() };
}

export type Verdict = 'same' | 'compatible' | 'incompatible' | 'incomparable';
export type Comparison = { readonly verdict: Verdict; readonly reason: string };

const short = (period: Period) => sayMoments(period) || sayPeriod(period);
const against = (a: Period, b: Period, why: string): Comparison => ({
  verdict: 'incompatible',
  reason: `“${short(a)}” and “${short(b)}”: ${why}`,
});

/**
 * Whether one thing can have both periods, taken as one stretch of time from one beginning to one end. Beginnings and ends that are
 * not said may lie anywhere, so "by 2010" goes with "began in 2006"; it does not go with "began in 2015".
 */
export function comparePeriods(a: Period, b: Period): Comparison {
  if (samePeriod(a, b)) return { verdict: 'same', reason: 'They say the same time.' };
  const [one, other] = [saidBy(a), saidBy(b)];
  if ([one, other].some(({ began, ended, was }) => !began && !ended && !was))
    return { verdict: 'incomparable', reason: 'One is in words only.' };
  if (one.began && other.began && !overlap(one.began, other.began)) return against(a, b, 'it began once.');
  if (one.ended && other.ended && !overlap(one.ended, other.ended)) return against(a, b, 'it ended once.');
  const began = Math.max(one.began?.[0] ?? -Infinity, other.began?.[0] ?? -Infinity);
  const ended = Math.min(one.ended?.[1] ?? Infinity, other.ended?.[1] ?? Infinity);
  if (began > ended) return against(a, b, 'it would have ended before it began.');
  for (const { was } of [one, other]) {
    if (was && was[1] < began) return against(a, b, 'it would have been so before it began.');
    if (was && was[0] > ended) return against(a, b, 'it would have been so after it ended.');
  }
  return { verdict: 'compatible', reason: 'Both can be true.' };
}

/** The time that a period speaks of: one that began and is not said to have ended goes on. Null when only words tell. */
function spanOf(period: Period): Days | null {
  const { began, ended } = saidBy(period);
  const [first, last] = [whenOf(period.from), whenOf(period.to)].map((when) => when && reach(when)) as [
    Days | null,
    Days | null,
  ];
  if (!first && !last) return null;
  return [first?.[0] ?? (ended ? -Infinity : last![0]), last?.[1] ?? (began ? Infinity : first![1])];
}

/** Whether two periods speak of times that do not touch: what differs between them may have changed meanwhile. */
export function apart(a: Period | null, b: Period | null): boolean {
  const [one, other] = [a && spanOf(a), b && spanOf(b)];
  return Boolean(one && other && !overlap(one, other));
}
