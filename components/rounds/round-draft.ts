import type { InputOf } from '@/lib/api/client';

/** A round that is being made: both lists are kept while somebody looks at the other one. */
export type RoundDraft = {
  name: string;
  blind: boolean;
  about: 'articles' | 'claims';
  articleIds: string[];
  claimIds: string[];
  analystIds: string[];
};

export const blankRound: RoundDraft = {
  name: '',
  blind: true,
  about: 'articles',
  articleIds: [],
  claimIds: [],
  analystIds: [],
};

/** What is sent: the list that is in view. */
export const bodyOf = ({ name, blind, about, articleIds, claimIds, analystIds }: RoundDraft): InputOf<'openRound'> => ({
  name,
  blind,
  analystIds,
  ...(about === 'articles' ? { articleIds } : { claimIds }),
});

/** What is still missing, in words; null when it can be opened. */
export function missingIn({ name, blind, about, articleIds, claimIds, analystIds }: RoundDraft): string | null {
  if (!name.trim()) return 'Give it a name.';
  if (about === 'articles' && articleIds.length === 0) return 'Choose at least one article.';
  if (about === 'claims' && claimIds.length === 0) return 'Choose at least one claim.';
  if (analystIds.length === 0) return 'Choose who does it.';
  return blind && analystIds.length < 2 ? 'A blind round needs at least two people.' : null;
}
