'use client';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useMemo, useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useForget } from '@/components/live/use-forget';
import { useRead } from '@/components/live/use-read';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { useKeys } from '@/components/ui/use-keys';
import { api } from '@/lib/api/client';
import { indexNames, matchNames } from '@/lib/entities/matching';
import { blankEntity, inputOf } from './entity-draft';
import { EntityFields } from './entity-fields';
import { EntityLink } from './entity-link';

/** Opens the form for an entity. What was typed stays in it until it is saved. */
export function NewEntity({ projectId }: { projectId: string }) {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(blankEntity);
  const { busy, problem, send } = useSend();
  const { may } = useHere(projectId);
  const forget = useForget();
  const router = useRouter();
  const allowed = may('entity.add') === true;
  useKeys('Entities', [{ id: 'entity.new', key: 'n', label: 'New entity', run: () => setOpen(true) }], {
    enabled: allowed && !open,
  });
  if (!allowed) return null;

  async function save() {
    const entity = await send(() => api('addEntity', { params: { projectId }, body: inputOf(draft) }));
    if (!entity) return;
    forget('listEntities', 'listEntityNames');
    setDraft(blankEntity);
    setOpen(false);
    router.push(`/projects/${projectId}/entities/${entity.id}`);
  }
  return (
    <>
      <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen(true)}>
        New entity
      </Button>
      <DialogForm
        open={open}
        onClose={() => setOpen(false)}
        title="New entity"
        submitLabel="Save entity"
        onSubmit={() => void save()}
        submitDisabled={!draft.name.trim()}
        busy={busy}
        problem={problem}
      >
        <KnownAlready projectId={projectId} name={draft.name} />
        <EntityFields projectId={projectId} draft={draft} onChange={setDraft} problem={problem} />
      </DialogForm>
    </>
  );
}

/** Entities that the typed name may already name, each with the reason. */
function KnownAlready({ projectId, name }: { projectId: string; name: string }) {
  const names = useRead('listEntityNames', { projectId });
  const typed = useDeferredValue(name);
  const known = names.data?.items;
  const index = useMemo(() => indexNames(known ?? []), [known]);
  const near = useMemo(
    () =>
      matchNames(typed, index, 3).candidates.flatMap(({ id, reason }) => {
        const entity = known?.find((one) => one.id === id);
        return entity ? [{ entity, reason }] : [];
      }),
    [typed, index, known],
  );
  return (
    <div aria-live="polite" className="empty:hidden">
      {near.length > 0 && (
        <div className="rounded-sm bg-desk p-2">
          <h3 className="text-sm font-medium text-muted">Here already?</h3>
          <ul className="mt-1 flex flex-col gap-1">
            {near.map(({ entity, reason }) => (
              <li key={entity.id}>
                <EntityLink projectId={projectId} entity={entity} /> <span className="text-muted">{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
