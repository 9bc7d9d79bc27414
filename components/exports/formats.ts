import type { ExportFormat } from '@/lib/exports/export';

/** What each format is for, in one sentence. */
export const formats: readonly { value: ExportFormat; label: string; hint: string }[] = [
  {
    value: 'html',
    label: 'Brief to read and print',
    hint: 'One file that any browser opens: numbered quotes, endnotes, dissent.',
  },
  { value: 'markdown', label: 'Brief in Markdown', hint: 'The same brief as plain text, for an editor or a wiki.' },
  { value: 'csv', label: 'Tables (CSV)', hint: 'Claims and evidence as two tables in one zip, for a spreadsheet.' },
  {
    value: 'json',
    label: 'Everything (JSON)',
    hint: 'Quotes with offsets and hashes, assessments, dissent, approvers and times, for another program.',
  },
];

export const formatName = (format: ExportFormat): string =>
  ({ html: 'Brief', markdown: 'Markdown', csv: 'CSV', json: 'JSON' })[format];

/** Where the bytes of an export are read. */
export const contentHref = (exportId: string): string => `/api/v1/exports/${exportId}/content`;

/** A size for people, in units of 1,000 bytes: "940 bytes", "12 kB", "3.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size < 10 ? size.toFixed(1).replace(/\.0$/, '') : Math.round(size)} ${unit}`;
}
