import { periodOf, samePeriod, sayPeriod, type Period } from './period';
import { plainly, typedWhen } from './typed-when';
import { precisionOf, readWhen, writeWhen, type When } from './when';

// Pure: when something was, as somebody types it; and what else the same words could be taken for.

type Ends = Partial<Pick<Period, 'starts' | 'ends'>> & { from?: When; to?: When };
type Found = Ends & { relative?: boolean; lossy?: boolean };

/** What was typed, understood. `needs` says what is missing before it can be. */
export type TypedPeriod = { readonly period: Period | null; readonly needs: 'words' | 'reference' | null };

const DAY = 86_400_000;
const beside = (day: string, by: 1 | -1) => new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);
/** The stretch of the same precision that ends just before, or begins just after. */
function neighbour(when: When, by: 1 | -1): When {
  const day = by === 1 ? beside(when.latest, 1) : beside(when.earliest, -1);
  const digits = { day: 10, month: 7, year: 4, decade: 4, range: 10 }[precisionOf(when)];
  return { ...(readWhen(day.slice(0, digits)) ?? when), about: when.about };
}

type Rule = readonly [pattern: RegExp, means: (one: When, other: When) => Ends & { lossy?: boolean }];
const IN = '(?:in |on |at )?';
const rule = (pattern: string, means: Rule[1]): Rule => [new RegExp(`^${pattern}$`), means];
const BEGAN = '(?:began|begun|began and|since|from|starting|started|founded|established|created|formed|born)';
const ENDED = '(?:ended|until|till|up to|to|dissolved|disbanded|died)';

/** The first that fits decides; each takes its moments apart and says what is asserted of them. */
const RULES: readonly Rule[] = [
  rule(`happened ${IN}(.+)`, (from) => ({ from, to: from, starts: true, ends: true })),
  rule(`${BEGAN} ${IN}(.+?),? (?:and )?${ENDED} ${IN}(.+)`, (from, to) => ({ from, to, starts: true, ends: true })),
  rule(`${BEGAN} ${IN}(.+?),? (?:and )?(?:was )?still so ${IN}(.+)`, (from, to) => ({ from, to, starts: true })),
  rule(`was so ${IN}(.+?),? (?:and )?${ENDED} ${IN}(.+)`, (from, to) => ({ from, to, ends: true })),
  rule('between (.+?) and (.+)', (from, to) => ({ from, to })),
  rule('(.+?) or later', (from) => ({ from })),
  rule(`not before ${IN}(.+)`, (from) => ({ from })),
  rule(`${BEGAN} ${IN}(.+?)(?: on)?`, (from) => ({ from, starts: true })),
  rule(`${ENDED} ${IN}(.+)`, (to) => ({ to, ends: true })),
  rule('(?:by|no later than) (.+)', (to) => ({ to })),
  rule('before (.+)', (one) => ({ to: neighbour(one, -1), lossy: true })),
  rule('after (.+)', (one) => ({ from: neighbour(one, 1), lossy: true })),
  rule('(.+?) (?:-|to) (.+)', (from, to) => ({ from, to })),
];

function byRules(typed: string, reference: string | null): Found | null {
  let asked: Found | null = null;
  for (const [pattern, means] of RULES) {
    const [, one, other] = pattern.exec(typed) ?? [];
    const [first, last] = [one && typedWhen(one, reference), other && typedWhen(other, reference)];
    if (!first || (other && !last)) continue;
    const relative = first.relative || (last ? last.relative : false);
    if (first.when && (!other || (last && last.when)))
      return { ...means(first.when, last ? last.when! : first.when), relative };
    asked ??= { relative };
  }
  return asked;
}

function found(typed: string, reference: string | null, begins: boolean): Found | null {
  const whole = typedWhen(typed.replace(/^(?:in|on|during|at|was so (?:in|on)) /, ''), reference);
  if (!whole) return byRules(typed, reference);
  const { when, relative } = whole;
  if (!when) return { relative };
  return begins ? { from: when, starts: true, relative } : { from: when, to: when, relative };
}

const written = (when: When | undefined) => (when ? writeWhen(when) : null);
const BEGINS = /\b(founded|foundation|established|created|formed|set up|launched|began|begun|started|born|emerged)\b/i;
/** Whether words tell of a beginning, so that a bare date after them is one. */
export const tellsOfBeginning = (...words: readonly string[]): boolean => words.some((one) => BEGINS.test(one));

/**
 * Reads when something was: "2006", "by 2010", "from March 2012 to 2014", "until 2015", "a decade ago" with the day it was said on.
 * What is no date is kept as words. `begins` takes a bare date for the beginning.
 */
export function typedPeriod(typed: string, { saidOn = null as string | null, begins = false } = {}): TypedPeriod {
  const words = typed.trim();
  if (!words) return { period: null, needs: null };
  const what = found(plainly(words), saidOn, begins);
  const inWords: Period = { from: null, to: null, starts: false, ends: false, note: words, saidOn: null };
  if (!what || (!what.from && !what.to)) return { period: inWords, needs: what ? 'reference' : 'words' };
  const { from, to, starts = false, ends = false, relative = false, lossy = false } = what;
  if (from && to && from.earliest > to.latest) return { period: inWords, needs: 'words' };
  const keeps = relative || lossy;
  const counts = relative && !/\bbefore\b/i.test(words);
  const period = { from: written(from), to: written(to), starts, ends, note: keeps ? words : null };
  return { period: periodOf({ ...period, saidOn: counts ? saidOn : null }), needs: null };
}

/** Everything that the moments of a period can be taken to say, itself among it, most likely first. */
export function readingsOf(period: Period): Period[] {
  const { from, to } = period;
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null) return [];
  const said = (of: Partial<Period>): Period => ({
    ...period,
    from: null,
    to: null,
    starts: false,
    ends: false,
    ...of,
  });
  const readings =
    first === last
      ? [
          said({ from: first, to: first }),
          said({ from: first, starts: true }),
          said({ to: first, ends: true }),
          said({ from: first, to: first, starts: true, ends: true }),
          said({ to: first }),
          said({ from: first }),
        ]
      : [
          said({ from, to }),
          said({ from, to, starts: true, ends: true }),
          said({ from, to, starts: true }),
          said({ from, to, ends: true }),
        ];
  return readings.some((one) => samePeriod(one, period)) ? readings : [period, ...readings];
}

const exactly = (of: string) => precisionOf(readWhen(of)!);

/** A period in words with how exactly it is known: "began in 2006 (year)". */
export function readBack(period: Period): string {
  const ends = [period.from, period.to].filter((end) => end !== null);
  const known = [...new Set(ends.map(exactly))].join(', ');
  return `${sayPeriod({ ...period, note: null, saidOn: null })} (${known})`;
}
