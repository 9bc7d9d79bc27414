import type { ClaimStatus } from '@/lib/claims/claim';
import { allowed } from '@/lib/claims/transitions';

export type StepId = 'submit' | 'approve' | 'still-holds' | 'send-back' | 'propose' | 'reject' | 'reopen';

/** Something that can be done to a claim where it stands. */
export interface Step {
  readonly id: StepId;
  readonly label: string;
  readonly key?: string;
  /** The step that moves the work on. */
  readonly main?: boolean;
  /** Wants words first: a reason in one line, or another wording. */
  readonly reason?: boolean;
  /** Shown, but not to be taken yet: something is missing. */
  readonly blocked?: boolean;
}

/** What the asking member's role allows. */
export interface Allowed {
  readonly submit: boolean;
  readonly review: boolean;
  readonly reopen: boolean;
}

/**
 * The steps that a claim of this status offers a member. `missing` counts what stands between it and its approval for
 * them; an approval is then shown as blocked, so that nobody wonders where it went.
 */
export function stepsFor(status: ClaimStatus, may: Allowed, missing: number): Step[] {
  const steps: (Step | false)[] = [
    may.review &&
      allowed(status, 'approve') !== null && {
        id: status === 'stale' ? 'still-holds' : 'approve',
        label: status === 'stale' ? 'It still holds' : 'Approve',
        key: 'a',
        main: true,
        blocked: missing > 0,
      },
    may.review &&
      allowed(status, 'send-back') !== null && { id: 'send-back', label: 'Send back', key: 'w', reason: true },
    may.review &&
      allowed(status, 'send-back') !== null && { id: 'propose', label: 'Propose a wording', key: 'f', reason: true },
    may.review && allowed(status, 'reject') !== null && { id: 'reject', label: 'Reject', key: 'r', reason: true },
    may.submit &&
      status !== 'stale' &&
      allowed(status, 'submit') !== null && { id: 'submit', label: 'Submit for review', main: status === 'draft' },
    may.reopen &&
      allowed(status, 'reopen') !== null && {
        id: 'reopen',
        label: status === 'rejected' ? 'Reopen as a draft' : 'Back to draft',
      },
  ];
  return steps.filter((step) => step !== false);
}

/** Why an approval that is asked for cannot be given yet; null while it is not known what is missing. */
export const sayBlocked = (missing: readonly { words: string }[] | null): string => {
  if (!missing) return 'What this claim lacks is still being read. Press again in a moment.';
  return `It cannot be approved yet. ${missing.map(({ words }) => words).join(' ')}`;
};

const waiting: Record<ClaimStatus, string> = {
  draft: 'An analyst submits it for review.',
  'in-review': 'A reviewer or lead who neither made nor worded it decides.',
  approved: 'It is in the next export.',
  rejected: 'It stays out of exports. An analyst can reopen it.',
  stale: 'A reviewer or lead says whether it still holds. Until then it stays out of exports.',
};

/** Who can move a claim on, for members who cannot. */
export const waitsFor = (status: ClaimStatus): string => waiting[status];
