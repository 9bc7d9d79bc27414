import type { Article } from '@/lib/articles/article';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayOf = (iso: string) => `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

/** A publication date as it is known: "28 Jul 2021", "about Jul 2021", "1 Jul 2021 – 10 Jul 2021", or "no date". */
export function publishedWords(published: Article['published']): string {
  if (!published) return 'no date';
  const { from, to, precision, estimated } = published;
  const words =
    precision === 'year'
      ? from.slice(0, 4)
      : precision === 'month'
        ? `${MONTHS[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`
        : precision === 'day'
          ? dayOf(from)
          : `${dayOf(from)} – ${dayOf(to)}`;
  return estimated ? `about ${words}` : words;
}
