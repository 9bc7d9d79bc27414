'use client';
import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import { EntityMark } from '@/components/ui/entity-mark';
import { TextLink } from '@/components/ui/text-link';
import type { ClaimStatus } from '@/lib/claims/claim';
import type { Kind, Thing } from '@/lib/merges/merge';

const hrefOf = (projectId: string, kind: Kind, id: string): string =>
  `/projects/${projectId}/${kind === 'entity' ? 'entities' : 'claims'}/${id}`;

/** A thing by its name, which leads to its page. */
export function ThingLink({ projectId, kind, thing }: { projectId: string; kind: Kind; thing: Thing }) {
  return (
    <span className="inline-flex max-w-full items-baseline gap-1.5">
      {kind === 'entity' ? <EntityMark type={thing.type} /> : <ClaimStatusBadge status={thing.type as ClaimStatus} />}
      <TextLink href={hrefOf(projectId, kind, thing.id)} className="min-w-0 font-medium wrap-anywhere">
        {thing.label}
      </TextLink>
    </span>
  );
}
