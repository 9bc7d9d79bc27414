import { dayOf, monthOf, readWhen, thirdOf, yearsOf, type When } from './when';

// Pure: a moment as somebody types it, in English, on its own or counted from another.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const monthNumber = (name: string) => MONTHS.indexOf(name.slice(0, 3)) + 1;
const pad = (number: string | number) => String(number).padStart(2, '0');
const match = (pattern: string, typed: string) => new RegExp(`^${pattern}$`).exec(typed);

const thirds: Record<string, number> = { early: 0, mid: 1, middle: 1, late: 2 };
const stretch = (first: When, last: When): When => ({ ...first, latest: last.latest });

function ofYear(typed: string): When | null {
  const [, part, year] = match('(?:the )?(early|mid|middle|late)[ -](?:of )?(\\d{4})', typed) ?? [];
  if (part && year) {
    const third = thirds[part]!;
    return stretch(monthOf(+year, third * 4 + 1), monthOf(+year, third * 4 + 4));
  }
  const [, half, of] = match('(?:the )?(first|second) half of (\\d{4})', typed) ?? [];
  if (half && of)
    return half === 'first' ? stretch(monthOf(+of, 1), monthOf(+of, 6)) : stretch(monthOf(+of, 7), monthOf(+of, 12));
  const [, edge, whole] = match('(?:the )?(beginning|start|end) of (\\d{4})', typed) ?? [];
  if (edge && whole)
    return edge === 'end'
      ? stretch(monthOf(+whole, 10), monthOf(+whole, 12))
      : stretch(monthOf(+whole, 1), monthOf(+whole, 3));
  return null;
}

function ofDecade(typed: string): When | null {
  const [, part, decade] = match("(?:the )?(?:(early|mid|middle|late)[ -])?(\\d{3}0)’?'?s", typed) ?? [];
  if (!decade) return null;
  return part ? thirdOf(+decade, thirds[part]!) : yearsOf(+decade, +decade + 9);
}

function ofCalendar(typed: string): When | null {
  const written = readWhen(typed.toUpperCase());
  if (written) return written;
  const [, month, year] = match(`${MONTH},? (\\d{4})`, typed) ?? [];
  if (month && year) return monthOf(+year, monthNumber(month));
  const [, day, of, in_] = match(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH},? (\\d{4})`, typed) ?? [];
  if (day && of && in_) return readWhen(`${in_}-${pad(monthNumber(of))}-${pad(day)}`);
  const [, named, date, then] = match(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`, typed) ?? [];
  if (named && date && then) return readWhen(`${then}-${pad(monthNumber(named))}-${pad(date)}`);
  return ofYear(typed) ?? ofDecade(typed);
}

const COUNTS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const countOf = (word: string) =>
  word === 'a' || word === 'an' ? 1 : /^\d+$/.test(word) ? Number(word) : COUNTS.indexOf(word);

const shifted = (day: string, change: { years?: number; months?: number; days?: number }): string | null => {
  const date = new Date(day);
  date.setUTCFullYear(date.getUTCFullYear() - (change.years ?? 0));
  if (change.months) date.setUTCMonth(date.getUTCMonth() - change.months, 1);
  date.setUTCDate(date.getUTCDate() - (change.days ?? 0));
  const written = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return readWhen(written) && written;
};
const yearOf = (day: string | null) => day && readWhen(day.slice(0, 4));
const monthIn = (day: string | null) => day && readWhen(day.slice(0, 7));
const about = (when: When | null | '') => (when ? { ...when, about: true } : null);

/** Count and unit as far back from a moment as they say: years to a year, months to a month; a decade only about. */
function back(count: number, unit: string, { earliest, latest }: When): When | null {
  const middle = new Date((Date.parse(earliest) + Date.parse(latest)) / 2).toISOString().slice(0, 10);
  if (unit === 'decade') return about(yearOf(shifted(middle, { years: count * 10 })));
  if (unit === 'year') return yearOf(shifted(middle, { years: count })) || null;
  if (unit === 'month') return monthIn(shifted(middle, { months: count })) || null;
  if (unit === 'day') return readWhen(shifted(middle, { days: count }) ?? '');
  const [first, last] = [shifted(middle, { days: count * 7 + 3 }), shifted(middle, { days: count * 7 - 3 })];
  return first && last ? { earliest: first, latest: last, about: false } : null;
}

/** "Months ago" is two to eleven of them; "years ago" two to nine. */
function vaguely(unit: string, { earliest, latest }: When): When | null {
  const [most, least] = unit === 'month' ? [{ months: 11 }, { months: 2 }] : [{ years: 9 }, { years: 2 }];
  const cut = unit === 'month' ? 7 : 4;
  const [first, last] = [shifted(earliest, most), shifted(latest, least)];
  return first && last ? readWhen(`${first.slice(0, cut)}/${last.slice(0, cut)}`) : null;
}

const UNIT = '(decade|year|month|week|day)s?';
export type Relative = { readonly relative: true; readonly when: When | null };

/** A moment that is counted from another; `when` is null as long as that one is not known. */
function counted(typed: string, reference: When | null): Relative | null {
  const [, count, unit, , from] = match(`(\\w+) ${UNIT} (ago|earlier|before (.+))`, typed) ?? [];
  const [, some, , other] = match('(?:some )?(month|year)s (ago|earlier|before (.+))', typed) ?? [];
  const [, last] = match('(?:the )?last (year|month|week)', typed) ?? [];
  const number = typed === 'yesterday' ? 1 : count ? countOf(count) : last ? 1 : some ? 0 : -1;
  const of = unit ?? last ?? (typed === 'yesterday' ? 'day' : undefined);
  if (number < 0 || (!of && !some)) return null;
  const origin = from ?? other;
  const base = origin ? ofCalendar(origin) : reference;
  if (origin && !base) return null;
  if (!base) return { relative: true, when: null };
  return { relative: true, when: some ? vaguely(some, base) : back(number, of!, base) };
}

/** Typed text as its patterns expect it. */
export const plainly = (typed: string): string =>
  typed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[‐‑–—]/g, '-')
    .toLowerCase();

const ABOUT = /^(?:about|around|approximately|roughly|circa|c\.|ca\.?|~)\s*/;

/**
 * Reads one moment: "2006", "March 2012", "3 May 2012", "the early 2010s", "about 2011", "2010-2015", "a decade before 2021-07", and
 * with a reference also "a decade ago". Null when it is none; `when` is null when only the reference is missing.
 */
export function typedWhen(
  typed: string,
  reference: string | null = null,
): { when: When | null; relative: boolean } | null {
  const text = plainly(typed);
  const loosely = ABOUT.test(text);
  const words = text.replace(ABOUT, '');
  const found = counted(words, reference === null ? null : dayOf(reference));
  const when = found ? found.when : (ofCalendar(words) ?? years(words));
  if (!found && !when) return null;
  return { when: when && { ...when, about: when.about || loosely }, relative: found !== null };
}

function years(words: string): When | null {
  const [, first, last] = match('(\\d{4}) ?- ?(\\d{4})', words) ?? [];
  return first && last ? readWhen(`${first}/${last}`) : null;
}
