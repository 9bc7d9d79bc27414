import type { Problem } from '@/lib/api/client';
import type { Claim } from '@/lib/claims/claim';
import type { Step, StepId } from './claim-steps';
import { ProposeWording, type ProposedWording } from './propose-wording';
import { ReasonDialog } from './reason-dialog';

const asks: Partial<Record<StepId, { title: string; description: string }>> = {
  reject: {
    title: 'Reject this claim?',
    description: 'It stays out of exports. Its citations stay as they are, and it can be reopened.',
  },
  'send-back': {
    title: 'Send this claim back?',
    description: 'It becomes a draft again, for whoever takes it up.',
  },
};

interface StepDialogProps {
  claim: Claim;
  step: Step;
  busy: boolean;
  problem: Problem | null;
  onTake: (said: { reason?: string; proposal?: ProposedWording }) => Promise<void>;
  onClose: () => void;
}

/** What a step wants before it is taken: its reason in one line, or the wording that is proposed. */
export function StepDialog({ claim, step, busy, problem, onTake, onClose }: StepDialogProps) {
  if (step.id === 'propose')
    return (
      <ProposeWording
        claim={claim}
        busy={busy}
        problem={problem}
        onSend={(proposal, reason) => void onTake({ proposal, ...(reason ? { reason } : {}) })}
        onClose={onClose}
      />
    );
  return (
    <ReasonDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={asks[step.id]?.title ?? step.label}
      description={asks[step.id]?.description ?? ''}
      confirmLabel={step.label}
      danger={step.id === 'reject'}
      busy={busy}
      problem={problem}
      onConfirm={(reason) => onTake({ reason })}
    />
  );
}
