import type { ArticleState } from '@/lib/articles/article';

/** What the states of an article are called. */
export const stateWords: Record<ArticleState, string> = {
  untouched: 'Not tagged yet',
  unreviewed: 'With tags to review',
  reviewed: 'All tags reviewed',
  retracted: 'Retracted',
};
