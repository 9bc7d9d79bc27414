import type { ClaimStatus } from './claim';

/**
 * What moves a claim from one status to another. `edit` is a new wording or structure; `go-stale` is any other change of
 * what an approval rests on, `recover` its being undone; `withdraw` takes back the verdict that decided.
 */
export const actions = [
  'edit',
  'submit',
  'reopen',
  'approve',
  'reject',
  'send-back',
  'withdraw',
  'go-stale',
  'recover',
] as const;
export type ClaimAction = (typeof actions)[number];

// An edit leaves a claim in review there: verdicts are on a wording, so those on the old one stop counting by
// themselves. It takes a rejected claim to draft: nobody has rejected the new wording.
const table: Record<ClaimStatus, Partial<Record<ClaimAction, ClaimStatus>>> = {
  draft: { edit: 'draft', submit: 'in-review', withdraw: 'in-review' },
  'in-review': { edit: 'in-review', reopen: 'draft', approve: 'approved', reject: 'rejected', 'send-back': 'draft' },
  approved: { edit: 'stale', 'go-stale': 'stale', withdraw: 'in-review' },
  rejected: { edit: 'draft', submit: 'in-review', reopen: 'draft', withdraw: 'in-review' },
  stale: {
    edit: 'stale',
    submit: 'in-review',
    reopen: 'draft',
    approve: 'approved',
    'send-back': 'draft',
    withdraw: 'in-review',
    recover: 'approved',
  },
};

/** The status that an action leads to, or null where it is not allowed. */
export const allowed = (from: ClaimStatus, action: ClaimAction): ClaimStatus | null => table[from][action] ?? null;
