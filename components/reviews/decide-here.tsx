'use client';
import { ClaimVerdict } from '@/components/claims/claim-verdict';
import { useRead } from '@/components/live/use-read';
import type { Claim } from '@/lib/claims/claim';

interface DecideHereProps {
  claim: Claim;
  /** A reason or a wording is being written, or no more. */
  onAsking: (isAsking: boolean) => void;
  onTaken: () => void;
}

/** The verdicts on a claim of the queue, and what it lacks for its approval. */
export function DecideHere({ claim, onAsking, onTaken }: DecideHereProps) {
  const { data } = useRead('findApproval', { id: claim.id });
  // What is said of another version of the claim is not said beside this one, and nobody decides on it.
  const isOfThis = data?.claimVersion === claim.version && data.status === claim.status;
  return (
    <div role="group" aria-label="Verdict on this claim" className="flex flex-col gap-2">
      <ClaimVerdict
        claim={claim}
        approval={isOfThis ? data : undefined}
        verdictsOnly
        onAsking={onAsking}
        onTaken={onTaken}
      />
    </div>
  );
}
