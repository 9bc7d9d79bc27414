'use client';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { api } from '@/lib/api/client';

/** Makes a project, which its maker leads. */
export function NewProject() {
  const router = useRouter();
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');

  async function make() {
    const project = await send(() => api('createProject', { body: { name, description } }));
    if (!project) return;
    forget('listProjects', 'findMe');
    router.push(`/projects/${project.id}`);
  }
  return (
    <>
      <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen(true)}>
        New project
      </Button>
      <DialogForm
        open={open}
        onClose={() => setOpen(false)}
        title="New project"
        description="You will lead it, and can invite others."
        submitLabel="Make the project"
        onSubmit={() => void make()}
        submitDisabled={!name.trim()}
        busy={busy}
        problem={problem}
      >
        <Field label="Name" error={problem?.field('name')}>
          <Input value={name} onValueChange={setName} maxLength={120} autoComplete="off" />
        </Field>
        <Field label="Description" optional error={problem?.field('description')}>
          <Textarea value={description} onChange={(event) => setDescription(event.target.value)} maxLength={2000} />
        </Field>
      </DialogForm>
    </>
  );
}
