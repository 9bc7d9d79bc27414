import type { Claim } from '@/lib/claims/claim';

// Pure: words for the question that two contradicting claims would make. A beginning, to be written over.

type Structure = Pick<Claim['structure'], 'subject' | 'predicate'>;

/** “KSK · founded in”: subject and predicate with a question mark, in the words of the claims. */
export const wordsFor = ({ subject, predicate }: Structure): string =>
  [subject?.name, predicate].filter(Boolean).join(' · ') + '?';

/** What the built-in answer's claim says. */
export const notKnownStatement = (question: string): string => {
  const said = `It is not known: ${question}`;
  return said.length <= 600 ? said : `${said.slice(0, 599).replace(/[\uD800-\uDBFF]$/, '')}…`;
};
