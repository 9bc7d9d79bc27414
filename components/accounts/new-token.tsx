'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { ShownOnce } from '@/components/ui/shown-once';
import { api, type Problem } from '@/lib/api/client';
import type { Token } from '@/lib/accounts/account';
import { TokenReach } from './token-reach';

const lives = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'a year' },
] as const;

interface Wanted {
  name: string;
  scope: 'read' | 'write';
  days: (typeof lives)[number]['value'];
  projectIds: readonly string[] | null;
}
const untouched: Wanted = { name: '', scope: 'read', days: '90', projectIds: null };
const isWhole = ({ name, projectIds }: Wanted) => name.trim() !== '' && projectIds?.length !== 0;

/** Makes a token; its secret is shown once, here. */
export function NewToken() {
  const forget = useForget();
  const { busy, problem, send, dismiss } = useSend();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(untouched);
  const [made, setMade] = useState<Token | null>(null);

  function show(next: boolean) {
    setOpen(next);
    dismiss();
    if (!next) setMade(null);
  }
  async function make() {
    const { name, scope, days, projectIds } = wanted;
    const only = projectIds ? { projectIds: [...projectIds] } : {};
    const token = await send(() =>
      api('createToken', { body: { name, scopes: [scope], days: Number(days), ...only } }),
    );
    if (!token) return;
    forget('listTokens');
    setWanted(untouched);
    setMade(token);
  }
  return (
    <>
      <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => show(true)}>
        New token
      </Button>
      <DialogForm
        open={open}
        onClose={() => show(false)}
        size="small"
        title={made ? 'Your token' : 'New token'}
        submitLabel="Make the token"
        onSubmit={() => void make()}
        submitDisabled={!isWhole(wanted)}
        busy={busy}
        problem={problem}
        made={made && <Secret token={made} />}
      >
        <TokenForm wanted={wanted} onChange={setWanted} problem={problem} />
      </DialogForm>
    </>
  );
}

interface TokenFormProps {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
  problem: Problem | null;
}

function TokenForm({ wanted, onChange, problem }: TokenFormProps) {
  const set = (change: Partial<Wanted>) => onChange({ ...wanted, ...change });
  return (
    <>
      <Field label="What it is for" error={problem?.field('name')}>
        <Input value={wanted.name} onValueChange={(name) => set({ name })} maxLength={80} autoComplete="off" />
      </Field>
      <div>
        <p className="mb-1 font-medium">It may</p>
        <Segmented
          label="It may"
          value={wanted.scope}
          onValueChange={(scope) => set({ scope })}
          options={[
            { value: 'read', label: 'Read' },
            { value: 'write', label: 'Read and write' },
          ]}
        />
      </div>
      <TokenReach
        value={wanted.projectIds}
        onValueChange={(projectIds) => set({ projectIds })}
        error={problem?.field('projectIds')}
      />
      <Field label="It ends after">
        <Select value={wanted.days} onValueChange={(days) => set({ days })} options={lives} />
      </Field>
    </>
  );
}

const Secret = ({ token }: { token: Token }) => (
  <ShownOnce text={token.secret} copyLabel="Copy the token">
    It is shown only now. Keep it where your passwords are; whoever has it may do what you may do
    {token.projectIds ? ' in its projects' : ''}.
  </ShownOnce>
);
