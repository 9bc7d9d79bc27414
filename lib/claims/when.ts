import { exactText } from '@/lib/core/words';

// Pure: a moment that is known to a day, a month, a year, a decade or a stretch, and perhaps only about.

/** Some day from `earliest` to `latest`, both YYYY-MM-DD; `about` when the source is not even that sure. */
export type When = { readonly earliest: string; readonly latest: string; readonly about: boolean };
export type Precision = 'day' | 'month' | 'year' | 'decade' | 'range';

const pad = (number: number, digits = 2) => String(number).padStart(digits, '0');
const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const isDay = (text: string) => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastOfMonth(+year!, +month!);
};

export const dayOf = (day: string): When => ({ earliest: day, latest: day, about: false });
export const monthOf = (year: number, month: number): When => {
  const start = `${pad(year, 4)}-${pad(month)}`;
  return { earliest: `${start}-01`, latest: `${start}-${lastOfMonth(year, month)}`, about: false };
};
/** The years from `first` to `last`, both whole. */
export const yearsOf = (first: number, last = first): When => ({
  earliest: `${pad(first, 4)}-01-01`,
  latest: `${pad(last, 4)}-12-31`,
  about: false,
});

function readOne(text: string): When | null {
  if (/^0{3}[0X]/.test(text)) return null; // there is no year 0
  if (/^\d{3}X$/.test(text)) return yearsOf(Number(`${text.slice(0, 3)}0`), Number(`${text.slice(0, 3)}9`));
  if (/^\d{4}$/.test(text)) return yearsOf(Number(text));
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year) return monthOf(Number(year), Number(month));
  return isDay(text) ? dayOf(text) : null;
}

/**
 * Reads `2006-05-03`, `2006-05`, `2006`, `200X`, and a stretch of two of these, `2010/2013`; `~` behind each says about. These are
 * shapes of EDTF (ISO 8601-2), levels 0 and 1. Null for anything else.
 */
export function readWhen(text: string): When | null {
  const parts = text.split('/');
  const about = text.endsWith('~');
  if (parts.length > 2 || parts.some((part) => part.endsWith('~') !== about)) return null;
  const [first, last] = parts.map((part) => readOne(about ? part.slice(0, -1) : part));
  if (!first || last === null) return null;
  const { latest } = last ?? first;
  return first.earliest <= latest ? { earliest: first.earliest, latest, about } : null;
}

const year = (day: string) => Number(day.slice(0, 4));
const isYears = ({ earliest, latest }: When) => earliest.endsWith('-01-01') && latest.endsWith('-12-31');
const isMonths = ({ earliest, latest }: When) =>
  earliest.endsWith('-01') && Number(latest.slice(8)) === lastOfMonth(year(latest), Number(latest.slice(5, 7)));

/** How exactly it is known, as its days tell. */
export function precisionOf(when: When): Precision {
  const { earliest, latest } = when;
  if (earliest === latest) return 'day';
  if (isMonths(when) && earliest.slice(0, 7) === latest.slice(0, 7)) return 'month';
  if (isYears(when) && year(earliest) === year(latest)) return 'year';
  if (isYears(when) && year(earliest) % 10 === 0 && year(latest) === year(earliest) + 9) return 'decade';
  return 'range';
}

/** The inverse of `readWhen`, in the shortest of its shapes. */
export function writeWhen(when: When): string {
  const { earliest, latest, about } = when;
  const mark = about ? '~' : '';
  const digits = { day: 10, month: 7, year: 4, decade: 3, range: isYears(when) ? 4 : isMonths(when) ? 7 : 10 };
  const precision = precisionOf(when);
  const cut = (day: string) => `${day.slice(0, digits[precision])}${precision === 'decade' ? 'X' : ''}${mark}`;
  return precision === 'range' ? `${cut(earliest)}/${cut(latest)}` : cut(earliest);
}

/** A moment as it comes in: one of the shapes of `readWhen`, answered in the shortest. */
export const whenText = () =>
  exactText(23)
    .refine((text) => readWhen(text) !== null, 'A date is written YYYY-MM-DD, YYYY-MM, YYYY, 201X or 2010/2013.')
    .transform((text) => writeWhen(readWhen(text)!));

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const sayMonth = (day: string) => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
export const sayDay = (day: string) => `${Number(day.slice(8))} ${sayMonth(day)}`;

const thirds = ['early', 'mid-', 'late'];
/** "early 2010s": 2010–2013, 2014–2016, 2017–2019. */
export const thirdOf = (decade: number, third: number): When =>
  yearsOf(decade + [0, 4, 7][third]!, decade + [3, 6, 9][third]!);

function sayStretch({ earliest, latest }: When): string {
  const decade = Math.floor(year(earliest) / 10) * 10;
  const third = [0, 1, 2].find((one) => {
    const { earliest: first, latest: last } = thirdOf(decade, one);
    return earliest === first && latest === last;
  });
  if (third !== undefined) return `the ${thirds[third]}${third === 1 ? '' : ' '}${decade}s`;
  const when = { earliest, latest, about: false };
  if (isYears(when)) return `${earliest.slice(0, 4)}–${latest.slice(0, 4)}`;
  const say = isMonths(when) ? sayMonth : sayDay;
  return `${say(earliest)} – ${say(latest)}`;
}

/** "3 May 2012", "May 2012", "2012", "2010s", "early 2010s", "2010–2015", "about 2011". */
export function sayWhen(when: When): string {
  const { earliest } = when;
  const precision = precisionOf(when);
  const said = {
    day: () => sayDay(earliest),
    month: () => sayMonth(earliest),
    year: () => earliest.slice(0, 4),
    decade: () => `the ${earliest.slice(0, 4)}s`,
    range: () => sayStretch(when),
  }[precision]();
  return when.about ? `about ${said}` : said;
}

const DAY = 86_400_000;
const at = (day: string) => Date.parse(day);
const LAST = at('9999-12-31');
const FIRST = at('0001-01-01');

/**
 * The days that it may be, for comparing, in days since 1970. "About" reaches as far again on either side as what is known is wide:
 * about 2011 may be 2010 or 2012, about May 2012 may be April.
 */
export function reach({ earliest, latest, about }: When): [number, number] {
  const [first, last] = [at(earliest), at(latest)];
  const slack = about ? last - first + DAY : 0;
  return [Math.max(first - slack, FIRST) / DAY, Math.min(last + slack, LAST) / DAY];
}

/** In days of `reach`: whether two moments may be one. */
export const overlap = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean =>
  a <= d && c <= b;
