'use client';
import { ProposedWordings } from '@/components/claims/proposed-wordings';
import { useRead } from '@/components/live/use-read';
import { PersonName } from '@/components/ui/person-name';
import type { Claim } from '@/lib/claims/claim';
import { ClaimLine } from './claim-line';

/** One of one’s own claims that a reviewer sent back: why, and the wording that they propose. */
export function SentBackClaim({ projectId, claim }: { projectId: string; claim: Claim }) {
  const approval = useRead('findApproval', { id: claim.id });
  const last = approval.data?.reviews.find(({ verdict, withdrawn }) => verdict === 'needs-work' && !withdrawn);
  return (
    <li className="flex flex-col gap-2 py-3">
      <ClaimLine projectId={projectId} claim={claim} />
      {last?.reason && (
        <p className="border-s-2 border-line ps-3 wrap-anywhere">
          <PersonName person={last.reviewer} className="font-medium" /> sent it back: {last.reason}
        </p>
      )}
      <ProposedWordings claim={claim} approval={approval.data} />
    </li>
  );
}
