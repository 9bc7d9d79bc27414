'use client';
import { RestingChips } from '@/components/claims/resting-chips';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import type { Claim } from '@/lib/claims/claim';
import { restingsIn } from '@/lib/claims/resting';

const partsOf = ({ structure }: Claim, entityId: string): string =>
  (['subject', 'object', 'place'] as const).filter((part) => structure[part]?.id === entityId).join(', ');

/** The claims that name the entity as subject, object or place. */
export function EntityClaims({ projectId, entityId }: { projectId: string; entityId: string }) {
  const { values, set } = useSearchFilters(['rests']);
  const rests = restingsIn(values.rests).join(',');
  const pages = usePages('listClaims', { projectId }, { entityId, ...(rests ? { rests } : {}) });
  return (
    <section aria-labelledby="entity-claims" className="flex flex-col gap-2">
      <h2 id="entity-claims" className="text-lg font-semibold">
        Claims
      </h2>
      {(rests || pages.rows.length > 1) && <RestingChips value={rests} onChange={(next) => set({ rests: next })} />}
      {pages.error ? (
        <Unread what="Its claims" error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.loading ? (
        <Loading label="Loading its claims">
          <Skeleton lines={3} />
        </Loading>
      ) : pages.rows.length === 0 ? (
        <p className="text-muted">
          {rests ? 'No claim that names it fits.' : 'No claim names it as its subject, object or place.'}
        </p>
      ) : (
        <ul>
          {pages.rows.map((claim) => (
            <li key={claim.id} className="flex flex-wrap items-baseline gap-x-2 gap-y-1 border-b border-line py-2">
              <TextLink
                href={`/projects/${projectId}/claims/${claim.id}`}
                className="min-w-0 flex-1 basis-56 wrap-anywhere"
              >
                {claim.statement}
              </TextLink>
              <span className="text-sm text-faint">{partsOf(claim, entityId)}</span>
              <ClaimStatusBadge status={claim.status} />
            </li>
          ))}
        </ul>
      )}
      {pages.more && (
        <TextLink href={`/projects/${projectId}/claims?entityId=${entityId}${rests && `&rests=${rests}`}`}>
          All claims about it
        </TextLink>
      )}
    </section>
  );
}
