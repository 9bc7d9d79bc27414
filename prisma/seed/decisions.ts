import type { AccountKey } from './accounts';
import type { ClaimKey, ClaimWording } from './claims';

/** One step on a claim's way; an edit makes a version of which `by` is the writer. */
export type DecisionSeed = { claim: ClaimKey; by: AccountKey } & (
  | { do: 'submit' }
  | { do: 'review'; verdict: 'accept' | 'reject' | 'needs-work'; reason?: string }
  | { do: 'edit'; changes: Partial<ClaimWording> }
);

/** In the order in which they are taken. */
export const decisions: DecisionSeed[] = [
  { claim: 'ban-2012', by: 'ines', do: 'submit' },
  { claim: 'ban-2012', by: 'ruth', do: 'review', verdict: 'accept' },
  { claim: 'real-name', by: 'tomasz', do: 'submit' },
  {
    claim: 'real-name',
    by: 'daniel',
    do: 'review',
    verdict: 'accept',
    reason: 'The spellings differ; the man is the same in all of them.',
  },
  { claim: 'married-local-women', by: 'ines', do: 'submit' },
  { claim: 'married-local-women', by: 'ruth', do: 'review', verdict: 'accept' },
  {
    claim: 'married-local-women',
    by: 'tomasz',
    do: 'edit',
    changes: {
      statement: 'Members of Jamaat Ansarullah in Badakhshan have married local women.',
      period: { to: '2024', note: 'before July 2021, and again in late 2024' },
      place: 'badakhshan',
    },
  },
  { claim: 'declared-readiness', by: 'tomasz', do: 'submit' },
  {
    claim: 'declared-readiness',
    by: 'ruth',
    do: 'review',
    verdict: 'accept',
    reason: 'We stand by the record: this was reported, by whom, and that we judge it very unlikely.',
  },
  { claim: 'taliban-declared-readiness', by: 'ines', do: 'submit' },
  {
    claim: 'taliban-declared-readiness',
    by: 'ruth',
    do: 'review',
    verdict: 'reject',
    reason: 'Only the headline says so, and the text below it takes it back.',
  },
  { claim: 'five-districts', by: 'ines', do: 'submit' },
  { claim: 'vanished-on-the-road', by: 'ines', do: 'submit' },
  { claim: 'denial-on-video', by: 'ines', do: 'submit' },
];
