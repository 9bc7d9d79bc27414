'use client';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { api } from '@/lib/api/client';
import type { ViewFilters } from '@/lib/claims/saved-view';

interface KeepViewProps {
  projectId: string;
  filters: ViewFilters;
  onClose: () => void;
}

/** Gives the filters of the list a name. */
export function KeepView({ projectId, filters, onClose }: KeepViewProps) {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const { busy, problem, send } = useSend();
  const { may } = useHere(projectId);
  const forget = useForget();

  async function keep() {
    const view = await send(() => api('addView', { params: { projectId }, body: { name, filters, shared } }));
    if (!view) return;
    forget('listViews', 'listHistory');
    notify(`“${view.name}” is kept under Views`, { key: 'view' });
    onClose();
  }
  return (
    <DialogForm
      size="small"
      onClose={onClose}
      title="Keep these filters"
      submitLabel="Keep view"
      onSubmit={() => void keep()}
      submitDisabled={!name.trim()}
      busy={busy}
      problem={problem}
    >
      <Field label="Name of the view" error={problem?.field('name')}>
        <Input value={name} onValueChange={setName} maxLength={80} />
      </Field>
      {may('view.share') === true && (
        <Checkbox checked={shared} onCheckedChange={setShared}>
          Share it with everybody in the project
        </Checkbox>
      )}
    </DialogForm>
  );
}
