'use client';
import { DeleteShared } from '@/components/live/delete-shared';
import { api } from '@/lib/api/client';
import type { Entity } from '@/lib/entities/entity';

/** Deletes the entity when nothing names it any more; says what still does otherwise. */
export function DeleteEntity({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const { id, projectId, version, name } = entity;
  const entities = `/projects/${projectId}/entities`;
  return (
    <DeleteShared
      title={`Delete “${name}”?`}
      description="It leaves every list. It can be brought back."
      noun="entity"
      remove={() => api('deleteEntity', { params: { id }, body: {}, ifMatch: version })}
      bringBack={(ifMatch) => api('restoreEntity', { params: { id }, body: {}, ifMatch })}
      shown={{ alone: 'findEntity', among: ['listEntities', 'listEntityNames', 'listHistory'] }}
      pages={{ own: `${entities}/${id}`, others: entities }}
      onClose={onClose}
    />
  );
}
