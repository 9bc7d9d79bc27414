import { searchKinds } from '@/lib/search/kinds';
import type { SearchHit } from '@/lib/search/search';

const headings: Record<SearchHit['kind'], string> = {
  entity: 'Entities',
  article: 'Articles',
  question: 'Questions',
  claim: 'Claims',
  comment: 'Comments',
};

/** What was found, kind by kind, the kind of the best hit first; the order within a kind is the server's. */
export function groupHits(hits: readonly SearchHit[]): { heading: string; hits: SearchHit[] }[] {
  const first = (kind: SearchHit['kind']) => hits.findIndex((hit) => hit.kind === kind);
  return searchKinds
    .filter((kind) => first(kind) >= 0)
    .sort((one, other) => first(one) - first(other))
    .map((kind) => ({ heading: headings[kind], hits: hits.filter((hit) => hit.kind === kind) }));
}

/** Places whose name has a word that begins with what is typed. */
export const placesMatching = <P extends { label: string }>(places: readonly P[], typed: string): P[] =>
  places.filter(({ label }) => ` ${label.toLowerCase()}`.includes(` ${typed.trim().toLowerCase()}`));
