'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BothTexts } from '@/components/live/both-texts';
import { Refusal } from '@/components/live/refusal';
import { saySaved } from '@/components/live/say-saved';
import { sendChange } from '@/components/live/send-change';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { api, keyOf } from '@/lib/api/client';
import type { Entity } from '@/lib/entities/entity';
import { changeOf, differences, draftOf, mayResend, merged, withPart } from './entity-draft';
import { EntityFields } from './entity-fields';

/** The entity's own form, in the place of what it shows. */
export function EditEntity({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const client = useQueryClient();
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const [base, setBase] = useState(entity);
  const [draft, setDraft] = useState(() => draftOf(entity));
  const [theirs, setTheirs] = useState<Entity | null>(null);

  async function save(on: Entity, mine = draft) {
    const change = changeOf(draftOf(on), mine);
    if (Object.keys(change).length === 0) return onClose();
    const params = { id: entity.id };
    const done = await send(() =>
      sendChange({
        base: on,
        send: (ifMatch) => api('saveEntity', { params, body: change, ifMatch }),
        mayResend: (current) => mayResend(change, draftOf(on), draftOf(current)),
      }),
    );
    if (!done) return;
    if ('theirs' in done) return setTheirs(done.theirs);
    client.setQueryData(keyOf('findEntity', params), done.saved);
    forget('listEntities', 'listEntityNames', 'listEntityVersions', 'listHistory', 'listClaims', 'findClaim');
    notify(saySaved(done.over ? differences(draftOf(on), draftOf(done.over)) : []), { key: 'entity' });
    onClose();
  }
  function settle(mine: typeof draft, on: Entity) {
    setBase(on);
    setDraft(mine);
    setTheirs(null);
  }
  const mine = theirs && merged(draftOf(base), draft, draftOf(theirs));
  return (
    <form
      aria-label="Edit the entity"
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save(base);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <Refusal problem={problem} />
      {theirs && mine && (
        <BothTexts
          differences={differences(draftOf(theirs), mine)}
          busy={busy}
          onMine={() => {
            settle(mine, theirs);
            void save(theirs, mine);
          }}
          onTheirs={() => settle(draftOf(theirs), theirs)}
          onPart={(part) => setDraft(withPart(mine, draftOf(theirs), part))}
        />
      )}
      <EntityFields
        projectId={entity.projectId}
        draft={draft}
        onChange={setDraft}
        problem={problem}
        exceptId={entity.id}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy} disabled={!draft.name.trim() || theirs !== null}>
          Save
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
