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
