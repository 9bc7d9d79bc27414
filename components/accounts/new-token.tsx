'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
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
      <Dialog
        open={open}
        onOpenChange={show}
        size="small"
        title={made ? 'Your token' : 'New token'}
        footer={
          made ? (
            <Button variant="primary" onClick={() => show(false)}>
              Done
            </Button>
          ) : (
            <Button variant="primary" busy={busy} disabled={!isWhole(wanted)} onClick={() => void make()}>
              Make the token
            </Button>
          )
        }
      >
        {made ? (
          <Secret token={made} />
        ) : (
          <TokenForm
            wanted={wanted}
            onChange={setWanted}
            problem={problem}
            onSubmit={() => isWhole(wanted) && !busy && void make()}
          />
        )}
      </Dialog>
    </>
  );
}

interface TokenFormProps {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
  problem: Problem | null;
  onSubmit: () => void;
}

function TokenForm({ wanted, onChange, problem, onSubmit }: TokenFormProps) {
  const set = (change: Partial<Wanted>) => onChange({ ...wanted, ...change });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Refusal problem={problem} />
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
      <button type="submit" hidden />
    </form>
  );
}

const Secret = ({ token }: { token: Token }) => (
  <div className="flex flex-col gap-3">
    <p>
      It is shown only now. Keep it where your passwords are; whoever has it may do what you may do
      {token.projectIds ? ' in its projects' : ''}.
    </p>
    <code className="rounded-sm bg-desk p-2 font-mono text-sm break-all select-all">{token.secret}</code>
    <span>
      <CopyButton text={token.secret ?? ''} variant="plain" size="medium">
        Copy the token
      </CopyButton>
    </span>
  </div>
);
