'use client';
import { useState, type ReactNode } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { notify } from '@/components/ui/notify';
import { TextLink } from '@/components/ui/text-link';
import { useKeys } from '@/components/ui/use-keys';
import type { Claim } from '@/lib/claims/claim';
import type { ApprovalState } from '@/lib/reviews/review';
import { sayBlocked, stepsFor, waitsFor, type Step } from './claim-steps';
import { missingHere } from './missing';
import { StepDialog } from './step-dialog';
import { useClaimSteps } from './use-claim-steps';

interface ClaimVerdictProps {
  claim: Claim;
  approval: ApprovalState | undefined;
  /** The verdicts alone, where the claim is one of many that wait for them. */
  verdictsOnly?: boolean;
  /** The form of a step is open, or no more. */
  onAsking?: (isAsking: boolean) => void;
  /** A step was taken. */
  onTaken?: () => void;
  /** What is shown between the steps and the way back. */
  children?: ReactNode;
}

/** What is missing for the approval of a claim, and the steps that the reader can take, by the same keys wherever it stands. */
export function ClaimVerdict({
  claim,
  approval,
  verdictsOnly = false,
  onAsking,
  onTaken,
  children,
}: ClaimVerdictProps) {
  const { busy, problem, take, takeBack, dismiss } = useClaimSteps(claim);
  const [asking, setAsked] = useState<Step | null>(null);
  const setAsking = (step: Step | null) => {
    setAsked(step);
    onAsking?.(step !== null);
  };
  const { missing, steps: all, mine } = useOffered(claim, approval);
  const steps = verdictsOnly ? all.filter(({ key }) => key) : all;

  async function go(step: Step, said?: Parameters<typeof take>[1]) {
    if (!(await take(step.id, said))) return;
    setAsking(null);
    onTaken?.();
  }
  function start(step: Step) {
    dismiss();
    if (step.reason) setAsking(step);
    else if (step.blocked) notify(sayBlocked(approval ? missing : null), { key: 'claim' });
    else void go(step);
  }
  const keyed = steps.flatMap(({ key, ...step }) => (key ? [{ ...step, key }] : []));
  useKeys('Verdict on this claim', [
    ...keyed.map((step) => ({ id: `claim.${step.id}`, key: step.key, label: step.label, run: () => start(step) })),
    ...(mine ? [{ id: 'claim.undo', key: 'u', label: 'Take my verdict back', run: () => void takeBack(mine.id) }] : []),
  ]);

  return (
    <>
      {!asking && <Refusal problem={problem} />}
      <Warnings warnings={claim.status === 'rejected' ? [] : (approval?.warnings ?? [])} />
      <Missing missing={missing} />
      {steps.length > 0 ? (
        <Steps steps={steps} busy={busy} onTake={start} />
      ) : (
        <p className="text-muted">{waitsFor(claim.status)}</p>
      )}
      {children}
      {mine && (
        <Button variant="quiet" size="small" className="-ms-2 self-start" onClick={() => void takeBack(mine.id)}>
          Take my verdict back
        </Button>
      )}
      {asking && (
        <StepDialog
          claim={claim}
          step={asking}
          busy={busy}
          problem={problem}
          onClose={() => setAsking(null)}
          onTake={(said) => go(asking, said)}
        />
      )}
    </>
  );
}

/** What the claim lacks, which steps it offers the reader, and the verdict that they gave on it as it is. */
function useOffered(claim: Claim, approval: ApprovalState | undefined) {
  const { me, may } = useHere(claim.projectId);
  const verdict = may('claim.review', claim);
  const can = {
    submit: may('claim.submit', claim) === true,
    review: verdict === true,
    reopen: may('claim.reopen', claim) === true,
  };
  const page = `/projects/${claim.projectId}/claims/${claim.id}`;
  // Whoever decides on claims, but not on this one, is told why.
  const decides = verdict === true || verdict.code === 'own-work';
  const missing = missingHere(approval?.missing ?? [], page, decides);
  const steps = stepsFor(claim.status, can, approval ? missing.length : 1);
  const last = approval?.reviews.find(({ withdrawn }) => !withdrawn);
  return { missing, steps, mine: last?.reviewer.id === me.id && last.wording === claim.wording ? last : null };
}

/** What does not stand in the way, but goes into the export with the claim. */
function Warnings({ warnings }: { warnings: ApprovalState['warnings'] }) {
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn" title="An open question">
      <ul className="flex flex-col gap-1">
        {warnings.map(({ words, href }) => (
          <li key={href} className="wrap-anywhere">
            {href ? <TextLink href={href}>{words}</TextLink> : words}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-muted">Approved before that is settled, it is exported with this warning.</p>
    </Notice>
  );
}

function Missing({ missing }: { missing: ApprovalState['missing'] }) {
  if (missing.length === 0) return null;
  return (
    <div>
      <h2 className="font-semibold">Missing for approval</h2>
      <ul className="mt-1 flex flex-col gap-1">
        {missing.map((one, at) => (
          <li key={at} className="line-clamp-4 border-s-2 border-warn/50 ps-2 wrap-anywhere">
            {one.href ? <TextLink href={one.href}>{one.words}</TextLink> : one.words}
          </li>
        ))}
      </ul>
    </div>
  );
}

type StepsProps = { steps: Step[]; busy: boolean; onTake: (step: Step) => void };

const Steps = ({ steps, busy, onTake }: StepsProps) => (
  <div className="flex flex-wrap gap-2">
    {steps.map((step) => (
      <Button
        key={step.id}
        variant={step.main ? 'primary' : step.id === 'reject' ? 'danger' : 'plain'}
        busy={busy}
        disabled={step.blocked ?? false}
        {...(step.key ? { shortcut: step.key } : {})}
        onClick={() => onTake(step)}
      >
        {step.label}
      </Button>
    ))}
  </div>
);
