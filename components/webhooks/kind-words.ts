import type { HistoryKind } from '@/lib/activity/activity';

/** What of each kind is sent, in words. */
export const kindWords: Record<HistoryKind, string> = {
  articles: 'Articles',
  tags: 'Tags and reviews',
  claims: 'Claims and approvals',
  questions: 'Questions',
  entities: 'Entities',
  threads: 'Threads',
  exports: 'Exports',
  rounds: 'Rounds',
  project: 'Project and members',
};

/** The kinds of a webhook in one line. */
export const kindLine = (kinds: readonly HistoryKind[]): string =>
  kinds.length === Object.keys(kindWords).length
    ? 'Everything'
    : kinds.map((kind, index) => (index ? kindWords[kind].toLowerCase() : kindWords[kind])).join(', ');
