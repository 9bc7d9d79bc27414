import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import { TextLink } from '@/components/ui/text-link';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { ReactNode } from 'react';
import { PersonName } from '@/components/ui/person-name';
import type { Claim } from '@/lib/claims/claim';
import { claimHref } from '@/lib/threads/place';

function evidence({ citations: { supports, contradicts, accepted } }: Claim): string {
  return `${supports} supporting, ${contradicts} contradicting, ${accepted} accepted`;
}

interface ClaimLineProps {
  projectId: string;
  claim: Claim;
  /** Beside its status. */
  children?: ReactNode;
}

/** A claim where it stands: its words, whose they are, and what it rests on. */
export function ClaimLine({ projectId, claim, children }: ClaimLineProps) {
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <ClaimStatusBadge status={claim.status} />
        {claim.openObjections > 0 && (
          <Badge tone="bad">
            {claim.openObjections === 1 ? '1 open objection' : `${claim.openObjections} open objections`}
          </Badge>
        )}
        {children}
      </p>
      <p className="text-lg">
        <TextLink data-line href={claimHref(projectId, claim.id)} className="font-medium wrap-anywhere">
          {claim.statement}
        </TextLink>
      </p>
      <p className="text-muted">
        Wording {claim.wording} by <PersonName person={claim.writer} />, <Time at={claim.updatedAt} /> ·{' '}
        {evidence(claim)}
      </p>
    </div>
  );
}
