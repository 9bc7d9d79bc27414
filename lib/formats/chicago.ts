import type { Published } from '@/lib/articles/published';

/** What a note needs to know of a source. */
export interface Source {
  readonly title: string;
  readonly publisher: string | null;
  readonly published: (Published & { readonly estimated: boolean }) | null;
  readonly url: string | null;
  readonly retrievedAt?: string | null;
  readonly version: number;
  readonly sha256: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day or moment, ISO 8601, as Chicago writes it: "January 2, 2026". What is no date is left as it is. */
export function sayDay(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return year && name && day ? `${name} ${Number(day)}, ${year}` : iso;
}

/** When something was published, no more exactly than is known: "July 2021", "about 2019", "n.d." */
export function sayPublished(published: Source['published']): string {
  if (!published) return 'n.d.';
  const { from, to, precision, estimated } = published;
  const days = precision === 'range' ? `${sayDay(from)} to ${sayDay(to)}` : sayDay(from);
  const month = `${MONTHS[Number(from.slice(5, 7)) - 1] ?? ''} ${from.slice(0, 4)}`.trim();
  const said = precision === 'year' ? from.slice(0, 4) : precision === 'month' ? month : days;
  return estimated ? `about ${said}` : said;
}

/** A note in parts, for writers that set the publisher in italics or make the address a link. */
export interface SourceNote {
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string;
  readonly url: string | null;
  /** "retrieved January 5, 2026; version 3, sha256:…" */
  readonly copy: string;
}

/** Quotation marks within a title that stands in quotation marks itself. */
const innerQuotes = (title: string): string => title.replaceAll('“', '‘').replaceAll('”', '’');

export function sourceNote(source: Source): SourceNote {
  const retrieved = source.retrievedAt ? `retrieved ${sayDay(source.retrievedAt)}; ` : '';
  return {
    title: innerQuotes(source.title.trim()) || 'Untitled',
    publisher: source.publisher,
    date: sayPublished(source.published),
    url: source.url,
    copy: `${retrieved}version ${source.version}, sha256:${source.sha256}`,
  };
}

/**
 * A source as an endnote after the Chicago Manual of Style (17th ed., 14), in plain text: “Title,” Publisher,
 * January 2, 2026, https://… (retrieved January 5, 2026; version 3, sha256:…).
 */
export function noteText(source: Source): string {
  const { title, publisher, date, url, copy } = sourceNote(source);
  return `“${title},” ${[publisher, date, url].filter(Boolean).join(', ')} (${copy}).`;
}
