'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { notify } from '@/components/ui/notify';
import { api, keyOf } from '@/lib/api/client';
import type { Entity } from '@/lib/entities/entity';

/** Keeps who this is inside the project, or lets it be named outside again. */
export function Protection({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const client = useQueryClient();
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const protects = entity.protected === null;

  async function change() {
    const asked = { params: { id: entity.id }, body: {}, ifMatch: entity.version };
    const saved = await send(() => (protects ? api('protectEntity', asked) : api('unprotectEntity', asked)));
    if (!saved) return forget('findEntity');
    client.setQueryData(keyOf('findEntity', { id: entity.id }), saved);
    forget('listEntities', 'listHistory', 'previewExport', 'previewFile', 'listLinks');
    notify(protects ? 'Identity protected' : 'Protection lifted', { key: 'entity' });
    onClose();
  }
  return (
    <DialogConfirm
      open
      onOpenChange={(open) => !open && onClose()}
      title={protects ? `Protect the identity of “${entity.name}”?` : `Let “${entity.name}” be named outside again?`}
      description={
        protects
          ? 'Exports and links then say “Protected source 1” for every name and spelling known here, withhold what they said, and leave out texts that name them. Links that name them close. Files that have left already stay as they are.'
          : 'Exports that are made from now on name them and quote them again.'
      }
      confirmLabel={protects ? 'Protect' : 'Lift the protection'}
      danger={!protects}
      busy={busy}
      onConfirm={() => void change()}
    >
      <Refusal problem={problem} />
    </DialogConfirm>
  );
}
