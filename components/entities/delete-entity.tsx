'use client';
import { useRouter } from 'next/navigation';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { notify, notifyProblem } from '@/components/ui/notify';
import { api, Problem } from '@/lib/api/client';
import type { Entity } from '@/lib/entities/entity';

/** Deletes the entity when nothing names it any more; says what still does otherwise. */
export function DeleteEntity({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const router = useRouter();
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const params = { id: entity.id };
  const lists = () => forget('listEntities', 'listEntityNames', 'listHistory');

  async function bringBack(version: number) {
    try {
      await api('restoreEntity', { params, body: {}, ifMatch: version });
      lists();
      forget('findEntity');
      router.push(`/projects/${entity.projectId}/entities/${entity.id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem(`Not brought back. ${error.message}`, { key: 'entity' });
    }
  }
  async function remove() {
    const gone = await send(() => api('deleteEntity', { params, body: {}, ifMatch: entity.version }));
    if (!gone) return forget('findEntity');
    lists();
    notify('Entity deleted', { key: 'entity', action: { label: 'Undo', run: () => void bringBack(gone.version) } });
    router.push(`/projects/${entity.projectId}/entities`);
  }
  return (
    <DialogConfirm
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete “${entity.name}”?`}
      description="It leaves every list. It can be brought back."
      confirmLabel="Delete"
      danger
      busy={busy}
      onConfirm={() => void remove()}
    >
      <Refusal problem={problem} />
    </DialogConfirm>
  );
}
