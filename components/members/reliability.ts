import type { Publisher } from '@/lib/articles/article';
import { markWords, reliabilities as letters } from '@/lib/grades/grade';

type Reliability = NonNullable<Publisher['reliability']>;

/** The choices for a publisher's reliability, not graded first. */
export const reliabilities: readonly { value: Reliability | 'none'; label: string; hint?: string }[] = [
  { value: 'none', label: 'Not graded' },
  ...letters.map((grade) => ({ value: grade, label: grade, hint: markWords[grade].toLowerCase() })),
];
