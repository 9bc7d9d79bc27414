import type { ArchiveCheck } from './archive';

// Pure: what an archive holds, in words for people.

const NAMES: Readonly<Record<string, [one: string, many: string]>> = {
  article: ['article', 'articles'],
  claim: ['claim', 'claims'],
  question: ['question', 'questions'],
  entity: ['entity', 'entities'],
  highlight: ['highlight', 'highlights'],
  tag: ['tag', 'tags'],
  review: ['verdict', 'verdicts'],
  grade: ['grade', 'grades'],
  thread: ['thread', 'threads'],
  comment: ['comment', 'comments'],
  round: ['round', 'rounds'],
  event: ['line of its history', 'lines of its history'],
};

/** What comes, thing by thing in the order in which people think of it, and how many rows there are besides. */
export function archiveWords(counts: ArchiveCheck['counts']): string[] {
  const rows = new Map(counts.map(({ table, rows }) => [table, rows]));
  const named = Object.entries(NAMES).flatMap(([table, [one, many]]) => {
    const count = rows.get(table) ?? 0;
    return count ? [`${count.toLocaleString('en')} ${count === 1 ? one : many}`] : [];
  });
  const others = counts.reduce((sum, { table, rows: some }) => (table in NAMES ? sum : sum + some), 0);
  return others ? [...named, `${others.toLocaleString('en')} rows of other things`] : named;
}
