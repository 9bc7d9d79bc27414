import type { Publisher } from '@/lib/articles/article';

type Reliability = NonNullable<Publisher['reliability']>;

// The Admiralty scale of sources. F says that nobody can judge, not that the source is worst.
const words: Record<Reliability, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
};

/** The choices for a publisher's reliability, not graded first. */
export const reliabilities: readonly { value: Reliability | 'none'; label: string; hint?: string }[] = [
  { value: 'none', label: 'Not graded' },
  ...(Object.keys(words) as Reliability[]).map((grade) => ({ value: grade, label: grade, hint: words[grade] })),
];
