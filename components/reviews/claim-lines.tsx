import type { Claim } from '@/lib/claims/claim';
import { ClaimLine } from './claim-line';

/** Claims that wait: each is decided on its own page, beside its evidence. */
export function ClaimLines({ projectId, claims }: { projectId: string; claims: readonly Claim[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {claims.map((claim) => (
        <li key={claim.id} className="py-3">
          <ClaimLine projectId={projectId} claim={claim} />
        </li>
      ))}
    </ul>
  );
}
