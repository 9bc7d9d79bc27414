'use client';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { entityLook } from '@/components/ui/entity-look';
import { EntityMark } from '@/components/ui/entity-mark';
import { SearchField } from '@/components/ui/search-field';
import { typesOf } from './entity-types';
import { useEntityFilters } from './use-entity-filters';

/** Which entities are listed; all of it stands in the address. */
export function EntityFilters({ projectId }: { projectId: string }) {
  const { values, set, any } = useEntityFilters();
  const names = useRead('listEntityNames', { projectId });
  return (
    <>
      <SearchField label="Find entities" value={values.q} onValueChange={(q) => set({ q })} />
      {typesOf(names.data?.items ?? []).map((type) => (
        <Chip
          key={type}
          pressed={values.type === type}
          onClick={() => set({ type: values.type === type ? null : type })}
          mark={<EntityMark type={type} decorative />}
        >
          {entityLook(type).word}
        </Chip>
      ))}
      {any && (
        <Button variant="quiet" size="small" onClick={() => set({ q: null, type: null })}>
          All entities
        </Button>
      )}
    </>
  );
}
