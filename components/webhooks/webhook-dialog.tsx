'use client';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { api } from '@/lib/api/client';
import { webhookKinds, type Webhook } from '@/lib/webhooks/webhook';
import { kindWords } from './kind-words';
import { SecretOnce } from './secret-once';

interface WebhookDialogProps {
  projectId: string;
  /** The one to change; none is added otherwise. */
  webhook: Webhook | null;
  onClose: () => void;
}
type Kinds = Webhook['kinds'];

/** Sets a webhook up, or changes it; a new one's secret is shown once, here. */
export function WebhookDialog({ projectId, webhook, onClose }: WebhookDialogProps) {
  const forget = useForget();
  const { busy, problem, send } = useSend();
  const [address, setAddress] = useState(webhook?.address ?? '');
  const [kinds, setKinds] = useState<Kinds>(webhook?.kinds ?? ['claims']);
  const [secret, setSecret] = useState<string | null>(null);
  const ready = address.trim() !== '' && kinds.length > 0;

  async function save() {
    const body = { address, kinds };
    const done = await send(() =>
      webhook
        ? api('saveWebhook', { params: { id: webhook.id }, body, ifMatch: webhook.version })
        : api('addWebhook', { params: { projectId }, body }),
    );
    forget('listWebhooks', 'findWebhook');
    if (!done) return;
    if (done.secret) setSecret(done.secret);
    else onClose();
  }
  return (
    <DialogForm
      onClose={onClose}
      size="medium"
      title={secret ? 'The webhook’s secret' : webhook ? 'Change the webhook' : 'New webhook'}
      submitLabel={webhook ? 'Save' : 'Set up'}
      onSubmit={() => void save()}
      submitDisabled={!ready}
      busy={busy}
      problem={problem}
      made={secret && <SecretOnce secret={secret} />}
    >
      <Field label="Address" error={problem?.field('address')} hint="Where events are sent to, as https://…">
        <Input value={address} onValueChange={setAddress} maxLength={2000} autoComplete="off" spellCheck={false} />
      </Field>
      <KindBoxes kinds={kinds} onChange={setKinds} />
    </DialogForm>
  );
}

function KindBoxes({ kinds, onChange }: { kinds: Kinds; onChange: (kinds: Kinds) => void }) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">It is told of</legend>
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {webhookKinds.map((kind) => (
          <Checkbox
            key={kind}
            checked={kinds.includes(kind)}
            onCheckedChange={(on) => onChange(on ? [...kinds, kind] : kinds.filter((one) => one !== kind))}
          >
            {kindWords[kind]}
          </Checkbox>
        ))}
      </div>
      <p className="mt-2 text-sm text-muted">
        Events name what happened by ids. No text leaves, and nothing of a blind round before its reveal.
      </p>
    </fieldset>
  );
}
