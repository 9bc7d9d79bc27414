import type { AccountKey } from './accounts';
import type { ArticleKey } from './articles';

/** What was decided of the passage that two articles share and that holds these words; `from` is the one that was there first. */
export type EchoSeed = {
  between: [ArticleKey, ArticleKey];
  holds: string;
  by: AccountKey;
  reason: string;
} & ({ decision: 'derived'; from: ArticleKey } | { decision: 'common-origin' | 'independent' });

/** In the order in which they were decided. The other echoes of the demo are left to be decided. */
export const echoes: EchoSeed[] = [
  {
    between: ['border-districts', 'ready-to-invade'],
    holds: 'set up in 2010',
    by: 'tomasz',
    decision: 'derived',
    from: 'border-districts',
    reason: 'Word for word, three months later, and the digest names no source of its own.',
  },
  {
    between: ['border-districts', 'secret-talks'],
    holds: 'set up in 2010',
    by: 'ines',
    decision: 'derived',
    from: 'border-districts',
    reason: 'The Courier uses its own background paragraph of 2021 again.',
  },
];
