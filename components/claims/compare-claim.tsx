'use client';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { Sameness } from '@/components/merges/sameness';
import type { Claim } from '@/lib/claims/claim';
import { ClaimField } from './claim-field';

/** Whether the claim says what another says, with a way to merge it with any other. */
export function CompareClaim({ claim: { id, projectId, statement, status } }: { claim: Claim }) {
  const { may } = useHere(projectId);
  const { data } = useRead('listClaimStatements', { projectId });
  const statusOf = (other: string) => data?.items.find((one) => one.id === other)?.status ?? status;
  return (
    <Sameness projectId={projectId} kind="claim" thing={{ id, label: statement, type: status }}>
      {(merge) =>
        may('claim.merge') === true && (
          <ClaimField
            projectId={projectId}
            label="Merge with"
            value={null}
            exceptId={id}
            placeholder="Another claim"
            onValueChange={(other) =>
              other && merge({ id: other.id, label: other.statement, type: statusOf(other.id) })
            }
          />
        )
      }
    </Sameness>
  );
}
