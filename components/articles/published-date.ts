import type { Article } from '@/lib/articles/article';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayOf = (iso: string) => `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

const lastDay = (iso: string) => new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), 0)).getUTCDate();
const monthOf = (iso: string) => `${MONTHS[Number(iso.slice(5, 7)) - 1]}`;

/** A range in as few words as it takes: whole months need no days. */
function rangeWords(from: string, to: string): string {
  const wholeMonths = from.endsWith('-01') && Number(to.slice(8, 10)) === lastDay(to);
  if (!wholeMonths) return `${dayOf(from)} – ${dayOf(to)}`;
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${monthOf(from)}${sameYear ? '' : ` ${from.slice(0, 4)}`} – ${monthOf(to)} ${to.slice(0, 4)}`;
}

/** A publication date as it is known: "28 Jul 2021", "about Jul 2021", "1 Jul 2021 – 10 Jul 2021", or "no date". */
export function publishedWords(published: Article['published']): string {
  if (!published) return 'no date';
  const { from, to, precision, estimated } = published;
  const words =
    precision === 'year'
      ? from.slice(0, 4)
      : precision === 'month'
        ? `${monthOf(from)} ${from.slice(0, 4)}`
        : precision === 'day'
          ? dayOf(from)
          : rangeWords(from, to);
  return estimated ? `about ${words}` : words;
}
