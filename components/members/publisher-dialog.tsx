'use client';
import { useState } from 'react';
import { Linchpin } from '@/components/echoes/linchpin';
import { DialogForm } from '@/components/live/dialog-form';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { api } from '@/lib/api/client';
import type { Publisher } from '@/lib/articles/article';

interface PublisherDialogProps {
  projectId: string;
  /** The one to change; none is added otherwise. */
  publisher: Publisher | null;
  onClose: () => void;
}

/** Names an outlet or institution. */
export function PublisherDialog({ projectId, publisher, onClose }: PublisherDialogProps) {
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const [name, setName] = useState(publisher?.name ?? '');
  const [kind, setKind] = useState(publisher?.kind ?? '');

  async function save() {
    const body = { name, kind };
    const done = await send(() =>
      publisher
        ? api('savePublisher', { params: { id: publisher.id }, body, ifMatch: publisher.version })
        : api('addPublisher', { params: { projectId }, body }),
    );
    forget('listPublishers');
    if (!done) return;
    forget('listArticles', 'findArticle', 'listCitations', 'listHistory');
    onClose();
  }
  return (
    <DialogForm
      onClose={onClose}
      size="medium"
      title={publisher ? 'Change the publisher' : 'New publisher'}
      submitLabel="Save"
      onSubmit={() => void save()}
      submitDisabled={!name.trim()}
      busy={busy}
      problem={problem}
      beneath={publisher ? <Linchpin projectId={projectId} of="publisher" id={publisher.id} /> : null}
    >
      <Field label="Name" error={problem?.field('name')}>
        <Input value={name} onValueChange={setName} maxLength={200} autoComplete="off" />
      </Field>
      <Field label="What it is" optional hint="Broadcaster, ministry, monitoring group.">
        <Input value={kind} onValueChange={setKind} maxLength={80} />
      </Field>
    </DialogForm>
  );
}
