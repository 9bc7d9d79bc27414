'use client';
import { useRouter } from 'next/navigation';
import { telling } from '@/components/live/telling';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { notify } from '@/components/ui/notify';
import { api } from '@/lib/api/client';
import type { Webhook } from '@/lib/webhooks/webhook';

/** What is done with a webhook, with what became of it said in a line. */
export function useWebhookWrites(webhook: Webhook) {
  const router = useRouter();
  const forget = useForget();
  const { busy, problem, send, dismiss } = useSend();
  const params = { id: webhook.id };
  const all = () => forget('listWebhooks', 'findWebhook', 'listDeliveries', 'listHistory');
  const say = (words: string) => notify(words, { key: 'webhook' });

  async function attempt(write: () => Promise<unknown>, words: string, not: string) {
    await telling(() => write().then(() => say(words)), not, 'webhook');
    all();
  }
  const test = () => attempt(() => api('testWebhook', { params, body: {} }), 'A test is on its way', 'Not sent.');
  const turn = (on: boolean) =>
    attempt(
      () => api('saveWebhook', { params, body: { on }, ifMatch: webhook.version }),
      on ? 'Switched on: it is told of what happens from now on' : 'Switched off',
      on ? 'Not switched on.' : 'Not switched off.',
    );
  async function renew(): Promise<string | null> {
    const made = await send(() => api('renewSecret', { params, body: {}, ifMatch: webhook.version }));
    all();
    return made?.secret ?? null;
  }
  async function remove() {
    const gone = await send(() => api('deleteWebhook', { params, body: {}, ifMatch: webhook.version }));
    if (!gone) return all();
    forget('listWebhooks', 'listHistory');
    const run = () =>
      void attempt(
        () => api('restoreWebhook', { params, body: {}, ifMatch: gone.version }),
        'The webhook is back',
        'Not brought back.',
      );
    notify('Webhook removed', { key: 'webhook', action: { label: 'Undo', run } });
    router.push(`/projects/${webhook.projectId}/settings`);
  }
  return { busy, problem, dismiss, test, turn, renew, remove };
}
