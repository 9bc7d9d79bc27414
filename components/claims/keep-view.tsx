'use client';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
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
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title="Keep these filters"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={busy} disabled={!name.trim()} onClick={() => void keep()}>
            Keep view
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() && !busy) void keep();
        }}
      >
        <Refusal problem={problem} />
        <Field label="Name of the view" error={problem?.field('name')}>
          <Input value={name} onValueChange={setName} maxLength={80} />
        </Field>
        {may('view.share') === true && (
          <Checkbox checked={shared} onCheckedChange={setShared}>
            Share it with everybody in the project
          </Checkbox>
        )}
      </form>
    </Dialog>
  );
}
