import { z } from 'zod';
import { text, wordsOrBlank } from '@/lib/core/words';
import { fold } from '@/lib/entities/folding';
import type { Comparison } from './period';
import { factor } from './units';
import { overlap, reach, readWhen, sayWhen, whenText } from './when';

// Pure: what the words of a value mean, as a number or a date; and whether two values can both be true.

const number = () => z.number().min(-1e15, 'This number is too small.').max(1e15, 'This number is too large.');

/** The words of a value as a number with its range, or as a date. The words stay beside it, as they were said. */
export const readingInput = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('number'),
      low: number().nullable(), // null is "at most"
      high: number().nullable(), // null is "at least"
      about: z.boolean().default(false),
      unit: wordsOrBlank(60).default(null),
    })
    .refine(({ low, high }) => low !== null || high !== null, 'A number, or a range of two.')
    .refine(({ low, high }) => low === null || high === null || low <= high, 'A range goes from less to more.'),
  z.strictObject({ kind: z.literal('date'), date: whenText() }),
]);
export type Reading = z.output<typeof readingInput>;

export const readingView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('number'),
    low: z.number().nullable(),
    high: z.number().nullable(),
    about: z.boolean(),
    unit: text().nullable(),
  }),
  z.object({ kind: z.literal('date'), date: text() }),
]);

/** 12400 as "12,400": written out by hand, because server and browser need not agree on locales. */
export function sayNumber(value: number): string {
  const [whole, part] = String(Math.abs(value)).split('.');
  const grouped = whole!.length > 4 ? whole!.replace(/\B(?=(\d{3})+$)/g, ',') : whole!;
  return `${value < 0 ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** "about 400 men", "300–400 people", "at least 300", "May 2012". */
export function sayReading(reading: Reading): string {
  if (reading.kind === 'date') return sayWhen(readWhen(reading.date)!);
  const { low, high, about, unit } = reading;
  const figure =
    low === null
      ? `at most ${sayNumber(high!)}`
      : high === null
        ? `at least ${sayNumber(low)}`
        : low === high
          ? sayNumber(low)
          : `${sayNumber(low)}–${sayNumber(high)}`;
  const measured = unit ? (unit === '%' ? `${figure} %` : `${figure} ${unit}`) : figure;
  return about ? `about ${measured}` : measured;
}

/** A value as it was said, with what it means where its words do not tell by themselves: "some four hundred (about 400)". */
export function sayValue(value: string, reading: Reading | null): string {
  const meant = reading && sayReading(reading);
  const plain = (words: string) => fold(words).replace(/ to /g, ' ');
  return meant === null || plain(meant) === plain(value) ? value : `${value} (${meant})`;
}

type Amount = Extract<Reading, { kind: 'number' }>;

/** "About" allows for a fifth on either side. */
const SLACK = 0.2;

function bounds({ low, high, about }: Amount): [number, number] {
  const slack = (edge: number) => (about ? Math.abs(edge) * SLACK : 0);
  return [low === null ? -Infinity : low - slack(low), high === null ? Infinity : high + slack(high)];
}

const compatible: Comparison = { verdict: 'compatible', reason: 'Both can be true.' };
const same: Comparison = { verdict: 'same', reason: 'They say the same.' };
const against = (a: string, b: string): Comparison => ({
  verdict: 'incompatible',
  reason: `“${a}” and “${b}” cannot both be true.`,
});

function compareAmounts(a: Amount, b: Amount): Comparison {
  const times = factor(b.unit, a.unit);
  if (times === null)
    return {
      verdict: 'incomparable',
      reason: `${a.unit ?? 'A bare number'} and ${b.unit ?? 'a bare number'} cannot be compared.`,
    };
  const [low, high] = [b.low, b.high].map((edge) => (edge === null ? null : edge * times)) as [
    number | null,
    number | null,
  ];
  if (a.low === low && a.high === high && a.about === b.about) return same;
  return meet(bounds(a), bounds({ ...b, low, high })) ? compatible : against(sayReading(a), sayReading(b));
}

/** As `overlap`, but that two ends which a conversion of units parted by a rounding still meet. */
function meet([a, b]: [number, number], [c, d]: [number, number]): boolean {
  const near = (x: number, y: number) => x <= y || x - y <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
  return near(a, d) && near(c, b);
}

/** Whether two numbers or two dates can both be true; a number and a date cannot be compared. */
export function compareReadings(a: Reading, b: Reading): Comparison {
  if (a.kind === 'number' && b.kind === 'number') return compareAmounts(a, b);
  if (a.kind === 'number' || b.kind === 'number')
    return { verdict: 'incomparable', reason: 'A number and a date cannot be compared.' };
  if (a.date === b.date) return same;
  const days = (reading: typeof a) => reach(readWhen(reading.date)!);
  return overlap(days(a), days(b)) ? compatible : against(sayReading(a), sayReading(b));
}

export type Value = { readonly value: string; readonly reading: Reading | null };

const wordsIn = (value: string) => new Set(fold(value).split(' '));
const within = (some: Set<string>, all: Set<string>) => [...some].every((word) => all.has(word));

/** Whether two values can both be true. Of words alone: when one says all words of the other ("Sharifov", "Muhammad Sharifov"). */
export function compareValues(a: Value, b: Value): Comparison {
  if (a.reading && b.reading) return compareReadings(a.reading, b.reading);
  if (fold(a.value) === fold(b.value)) return same;
  if (a.reading || b.reading) return { verdict: 'incomparable', reason: 'One is in words only.' };
  const [one, other] = [wordsIn(a.value), wordsIn(b.value)];
  return within(one, other) || within(other, one) ? compatible : against(a.value, b.value);
}
