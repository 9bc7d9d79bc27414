'use client';
import { useQueryClient } from '@tanstack/react-query';
import { BothTexts } from '@/components/live/both-texts';
import { Refusal } from '@/components/live/refusal';
import { saySaved } from '@/components/live/say-saved';
import { useEditing } from '@/components/live/use-editing';
import { useForget } from '@/components/live/use-forget';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { FormFaults } from '@/components/ui/said-at-fields';
import { api, keyOf } from '@/lib/api/client';
import type { Entity } from '@/lib/entities/entity';
import { entityForm } from './entity-draft';
import { EntityFields } from './entity-fields';

/** The entity's own form, in the place of what it shows. */
export function EditEntity({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const client = useQueryClient();
  const forget = useForget();
  const params = { id: entity.id };
  const { draft, change, save, busy, problem, conflict } = useEditing({
    of: entity,
    form: entityForm,
    write: (body, { version }) => api('saveEntity', { params, body, ifMatch: version }),
    onSaved: (saved, beside) => {
      client.setQueryData(keyOf('findEntity', params), saved);
      forget('listEntities', 'listEntityNames', 'listEntityVersions', 'listHistory', 'listClaims', 'findClaim');
      notify(saySaved(beside), { key: 'entity' });
    },
    onClose,
  });
  return (
    <form
      aria-label="Edit the entity"
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <FormFaults>
        <Refusal problem={problem} />
        {conflict && <BothTexts {...conflict} />}
        <EntityFields
          projectId={entity.projectId}
          draft={draft}
          onChange={change}
          problem={problem}
          exceptId={entity.id}
        />
      </FormFaults>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy} disabled={!draft.name.trim() || conflict !== null}>
          Save
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
