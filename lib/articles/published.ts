export type Published = { from: string; to: string; precision: 'day' | 'month' | 'year' | 'range' };

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Days and precision of `2021`, `2021-07`, `2021-07-28` or `2021-07-01/2021-07-10` (EDTF level 0); null when it is none. */
export function parsePublished(text: string): Published | null {
  if (/^\d{4}$/.test(text)) return { from: `${text}-01-01`, to: `${text}-12-31`, precision: 'year' };
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (month)
    return { from: `${text}-01`, to: `${text}-${lastOfMonth(Number(month[1]), Number(month[2]))}`, precision: 'month' };
  if (isDay(text)) return { from: text, to: text, precision: 'day' };
  const [from, to, more] = text.split('/');
  if (more === undefined && from && to && isDay(from) && isDay(to) && from <= to)
    return { from, to, precision: 'range' };
  return null;
}

/** The inverse of `parsePublished`. */
export function writePublished({ from, to, precision }: Published): string {
  if (precision === 'year') return from.slice(0, 4);
  if (precision === 'month') return from.slice(0, 7);
  return precision === 'day' ? from : `${from}/${to}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// "28 July 2021", "July 28, 2021", "Jul 2021": a month in letters says which of the figures is the day.
const WORDED = /^(?:(?<day>\d{1,2})\.? +)?(?<month>[a-z]{3,9})\.?(?: +(?<after>\d{1,2}),?)? +(?<year>\d{4})$/i;
const LONG = /^(?:january|february|march|april|may|june|july|august|sept?(?:ember)?|october|november|december)$/i;

// "13.07.2021" is day, month and year; between strokes the figure above 12 says which of the two is the day.
const FIGURES = /^(?<first>\d{1,2})(?<mark>[./])(?<second>\d{1,2})\k<mark>(?<year>\d{4})$/;
const asDay = (year: string, month: string, day: string) =>
  parsePublished([year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'))?.from ?? null;

/** The days that a date in figures may mean: none, one, or two where nothing says which figure is the month. */
function daysIn(typed: string): string[] {
  const { first = '', mark, second = '', year = '' } = FIGURES.exec(typed)?.groups ?? {};
  const days = [asDay(year, second, first), mark === '/' ? asDay(year, first, second) : null];
  return [...new Set(days.filter((day) => day !== null))];
}

/** Why `parsePublished` does not take this. */
export function whyNoDate(text: string): string {
  const [one, other] = daysIn(text);
  if (one && other) return `Is it ${one} or ${other}? Write the one you mean.`;
  const [from = '', to = '', more] = text.split('/');
  if (more === undefined && isDay(from) && isDay(to)) return `The range ends before it begins: ${to}/${from}?`;
  return 'A date is 2021, 2021-07, 2021-07-28 or a range, 2021-07-01/2021-07-10.';
}

/** What somebody typed as a date, as `parsePublished` takes it; anything else as it stands, for the reason to be given. */
export function dateTyped(text: string): string {
  const typed = text.trim();
  const days = daysIn(typed);
  if (days.length === 1) return days[0]!;
  const { day, month = '', after, year } = WORDED.exec(typed)?.groups ?? {};
  const nth = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (nth === 0 || !(month.length === 3 || LONG.test(month)) || (day && after)) return typed;
  const figures = [year, String(nth).padStart(2, '0'), ...(day || after ? [(day ?? after!).padStart(2, '0')] : [])];
  return parsePublished(figures.join('-')) ? figures.join('-') : typed;
}
