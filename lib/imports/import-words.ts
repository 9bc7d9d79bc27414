import type { Counts, ImportCheck } from './import';

const several = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const NAMES: readonly [keyof Counts, string, string][] = [
  ['articles', 'new article', 'new articles'],
  ['passages', 'passage', 'passages'],
  ['mentions', 'mention', 'mentions'],
  ['entities', 'new entity', 'new entities'],
  ['citations', 'citation', 'citations'],
  ['claims', 'new draft claim', 'new draft claims'],
  ['threads', 'thread', 'threads'],
  ['comments', 'comment', 'comments'],
];

/** What comes, kind by kind; what there is none of is not named. */
export const countWords = (counts: Counts): string[] =>
  NAMES.flatMap(([field, one, many]) => (counts[field] ? [several(counts[field], one, many)] : []));

/** How places were counted, and what shows it. */
export function unitWords({ unit: { name, asked, fit } }: Pick<ImportCheck, 'unit'>): string {
  if (asked === 0) return `${name}, as the format says: there was no quote to compare with its text`;
  if (fit === asked) return `${name}: ${several(asked, 'quote stands where it says', 'quotes stand where they say')}`;
  return `${name}: ${fit.toLocaleString('en')} of ${several(asked, 'quote stands', 'quotes stand')} where they say`;
}
