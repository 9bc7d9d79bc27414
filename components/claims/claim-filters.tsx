'use client';
import { useRead } from '@/components/live/use-read';
import { PersonChip } from '@/components/members/person-chip';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EntityMark } from '@/components/ui/entity-mark';
import { FoldedFilters } from '@/components/ui/folded-filters';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import type { ClaimStatus } from '@/lib/claims/claim';
import { restingsIn } from '@/lib/claims/resting';
import { RestingChips } from './resting-chips';
import { SavedViews } from './saved-views';
import { useClaimFilters, type Mine } from './use-claim-filters';

const statuses: { value: ClaimStatus; label: string }[] = [
  { value: 'draft', label: 'Draft' },
  { value: 'in-review', label: 'In review' },
  { value: 'approved', label: 'Approved' },
  { value: 'stale', label: 'Stale' },
  { value: 'rejected', label: 'Rejected' },
];
const mines: { value: Mine | 'all'; label: string }[] = [
  { value: 'all', label: 'Everybody’s' },
  { value: 'created', label: 'Made by me' },
  { value: 'assessed', label: 'Judged by me' },
  { value: 'not-assessed', label: 'Not judged by me' },
];

/** Which claims are listed; all of it stands in the address. */
export function ClaimFilters({ projectId }: { projectId: string }) {
  const { values, query, set, clear, any } = useClaimFilters();
  const chosen = [query.status, query.mine, query.creatorId, query.entityId, ...restingsIn(values.rests)].filter(
    Boolean,
  ).length;
  return (
    <>
      <SearchField label="Find claims" value={values.q} onValueChange={(q) => set({ q })} />
      <FoldedFilters active={chosen}>
        {statuses.map(({ value, label }) => (
          <Chip
            key={value}
            pressed={values.status === value}
            onClick={() => set({ status: values.status === value ? null : value })}
          >
            {label}
          </Chip>
        ))}
        <div className="w-44">
          <Select
            label="Whose claims"
            value={(values.mine || 'all') as Mine | 'all'}
            onValueChange={(mine) => set({ mine: mine === 'all' ? null : mine })}
            options={mines}
          />
        </div>
        <RestingChips value={values.rests} onChange={(rests) => set({ rests })} />
        {query.creatorId && (
          <PersonChip
            projectId={projectId}
            userId={query.creatorId}
            words="made by"
            without="Everybody’s claims"
            onRemove={() => set({ creator: null })}
          />
        )}
        {values.entityId && (
          <EntityChip projectId={projectId} entityId={values.entityId} onRemove={() => set({ entityId: null })} />
        )}
        {any && (
          <Button variant="quiet" size="small" onClick={clear}>
            All claims
          </Button>
        )}
      </FoldedFilters>
      <SavedViews projectId={projectId} />
    </>
  );
}

type EntityChipProps = { projectId: string; entityId: string; onRemove: () => void };

function EntityChip({ projectId, entityId, onRemove }: EntityChipProps) {
  const names = useRead('listEntityNames', { projectId });
  const entity = names.data?.items.find(({ id }) => id === entityId);
  const name = entity?.name ?? 'one entity';
  return (
    <Chip
      onRemove={onRemove}
      removeLabel={`Claims on anything, not only on ${name}`}
      mark={entity && <EntityMark type={entity.type} />}
    >
      <span className="max-w-48 truncate">about {name}</span>
    </Chip>
  );
}
