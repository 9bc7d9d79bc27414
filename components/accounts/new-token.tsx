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
import { api } from '@/lib/api/client';
import type { Token } from '@/lib/accounts/account';

const lives = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'a year' },
] as const;

/** Makes a token; its secret is shown once, here. */
export function NewToken() {
  const forget = useForget();
  const { busy, problem, send, dismiss } = useSend();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [scope, setScope] = useState<'read' | 'write'>('read');
  const [days, setDays] = useState<(typeof lives)[number]['value']>('90');
  const [made, setMade] = useState<Token | null>(null);

  function show(next: boolean) {
    setOpen(next);
    dismiss();
    if (!next) setMade(null);
  }
  async function make() {
    const token = await send(() => api('createToken', { body: { name, scopes: [scope], days: Number(days) } }));
    if (!token) return;
    forget('listTokens');
    setName('');
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
            <Button variant="primary" busy={busy} disabled={!name.trim()} onClick={() => void make()}>
              Make the token
            </Button>
          )
        }
      >
        {made ? (
          <Secret token={made} />
        ) : (
          <form
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() && !busy) void make();
            }}
          >
            <Refusal problem={problem} />
            <Field label="What it is for" error={problem?.field('name')}>
              <Input value={name} onValueChange={setName} maxLength={80} autoComplete="off" />
            </Field>
            <div>
              <p className="mb-1 font-medium">It may</p>
              <Segmented
                label="It may"
                value={scope}
                onValueChange={setScope}
                options={[
                  { value: 'read', label: 'Read' },
                  { value: 'write', label: 'Read and write' },
                ]}
              />
            </div>
            <Field label="It ends after">
              <Select value={days} onValueChange={setDays} options={lives} />
            </Field>
            <button type="submit" hidden />
          </form>
        )}
      </Dialog>
    </>
  );
}

const Secret = ({ token }: { token: Token }) => (
  <div className="flex flex-col gap-3">
    <p>It is shown only now. Keep it where your passwords are; whoever has it may do what you may do.</p>
    <code className="rounded-sm bg-desk p-2 font-mono text-sm break-all select-all">{token.secret}</code>
    <span>
      <CopyButton text={token.secret ?? ''} variant="plain" size="medium">
        Copy the token
      </CopyButton>
    </span>
  </div>
);
