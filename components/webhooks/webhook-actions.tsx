'use client';
import { KeyRound, MoreHorizontal, Pencil, Power, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { Refusal } from '@/components/live/refusal';
import type { Webhook } from '@/lib/webhooks/webhook';
import { SecretOnce } from './secret-once';
import { useWebhookWrites } from './use-webhook-writes';
import { WebhookDialog } from './webhook-dialog';

/** What a lead can do with a webhook: send a test, change it, switch it off, make another secret, remove it. */
export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const [open, setOpen] = useState<'edit' | 'secret' | 'delete' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const { busy, problem, dismiss, test, turn, renew, remove } = useWebhookWrites(webhook);
  const show = (what: typeof open) => {
    dismiss();
    setOpen(what);
  };
  const { host } = new URL(webhook.address);
  return (
    <>
      {webhook.on ? (
        <Button icon={<Send size={14} aria-hidden />} busy={busy} onClick={() => void test()}>
          Send a test
        </Button>
      ) : (
        <Button variant="primary" icon={<Power size={14} aria-hidden />} busy={busy} onClick={() => void turn(true)}>
          Switch on
        </Button>
      )}
      <Button icon={<Pencil size={14} aria-hidden />} onClick={() => show('edit')}>
        Edit
      </Button>
      <Menu align="end" trigger={<IconButton label="More" icon={<MoreHorizontal size={16} aria-hidden />} />}>
        {webhook.on && (
          <MenuItem icon={<Power size={14} aria-hidden />} onClick={() => void turn(false)}>
            Switch off
          </MenuItem>
        )}
        <MenuItem icon={<KeyRound size={14} aria-hidden />} onClick={() => show('secret')}>
          New secret
        </MenuItem>
        <MenuItem icon={<Trash2 size={14} aria-hidden />} danger onClick={() => show('delete')}>
          Remove the webhook
        </MenuItem>
      </Menu>
      {open === 'edit' && (
        <WebhookDialog projectId={webhook.projectId} webhook={webhook} onClose={() => setOpen(null)} />
      )}
      <DialogConfirm
        open={open === 'secret'}
        onOpenChange={(next) => !next && setOpen(null)}
        title={`Make a new secret for ${host}?`}
        description="What is sent from now on is signed with it, and the old one fits no more: give the new one to the other end at once."
        confirmLabel="Make a new secret"
        busy={busy}
        onConfirm={() =>
          void renew().then((made) => {
            if (!made) return;
            setOpen(null);
            setSecret(made);
          })
        }
      >
        <Refusal problem={problem} />
      </DialogConfirm>
      <DialogConfirm
        open={open === 'delete'}
        onOpenChange={(next) => !next && setOpen(null)}
        title={`Remove the webhook to ${host}?`}
        description="Nothing is sent to it any more, not even what waits. It can be brought back, with its log."
        confirmLabel="Remove"
        danger
        busy={busy}
        onConfirm={() => void remove()}
      >
        <Refusal problem={problem} />
      </DialogConfirm>
      {secret && <NewSecret secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}

const NewSecret = ({ secret, onClose }: { secret: string; onClose: () => void }) => (
  <Dialog
    open
    onOpenChange={(next) => !next && onClose()}
    size="medium"
    title="The webhook’s new secret"
    footer={
      <Button variant="primary" onClick={onClose}>
        Done
      </Button>
    }
  >
    <SecretOnce secret={secret} />
  </Dialog>
);
