'use client';
import { DeleteShared } from '@/components/live/delete-shared';
import { api } from '@/lib/api/client';
import type { Claim } from '@/lib/claims/claim';

/** Deletes the claim, with a way back. */
export function DeleteClaim({ claim: { id, projectId, version }, onClose }: { claim: Claim; onClose: () => void }) {
  const claims = `/projects/${projectId}/claims`;
  return (
    <DeleteShared
      title="Delete this claim?"
      description="It leaves every list and its citations with it. The words in the articles stay, and it can be brought back."
      noun="claim"
      remove={() => api('deleteClaim', { params: { id }, body: {}, ifMatch: version })}
      bringBack={(ifMatch) => api('restoreClaim', { params: { id }, body: {}, ifMatch })}
      shown={{ alone: 'findClaim', among: ['listClaims', 'listClaimStatements', 'findReviewQueue', 'listHistory'] }}
      pages={{ own: `${claims}/${id}`, others: claims }}
      onClose={onClose}
    />
  );
}
