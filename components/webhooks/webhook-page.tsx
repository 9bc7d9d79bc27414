'use client';
import { Gone } from '@/components/activity/gone';
import { Page } from '@/components/frame/page';
import { Where } from '@/components/frame/where';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Facts } from '@/components/ui/facts';
import { Loading } from '@/components/ui/loading';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { DeliveryLog } from './delivery-log';
import { kindLine } from './kind-words';
import { WebhookActions } from './webhook-actions';
import { WebhookState } from './webhook-state';

/** An address that is told of what happens here: what it is told, whether it answers, and every delivery. */
export function WebhookPage({ projectId, webhookId }: { projectId: string; webhookId: string }) {
  const read = useRead('findWebhook', { id: webhookId });
  const back = { href: `/projects/${projectId}/settings`, label: 'Settings' };
  if (read.error?.code === 'not-found')
    return <Gone projectId={projectId} id={webhookId} what="This webhook" away={back} />;
  if (read.error)
    return <Unread what="This webhook" error={read.error} onRetry={() => void read.refetch()} back={back} />;
  if (!read.data)
    return (
      <Loading label="Loading the webhook" className="flex flex-col gap-6 p-6">
        <Skeleton className="h-7 w-1/2" />
        <Skeleton lines={5} />
      </Loading>
    );
  const { address, kinds, failingSince, on, creator, createdAt } = read.data;
  const { host } = new URL(address);
  return (
    <Page
      title={<span className="wrap-anywhere">Webhook to {host}</span>}
      aside={<WebhookState webhook={read.data} />}
      actions={<WebhookActions webhook={read.data} />}
      width="flush"
    >
      <Where crumbs={[{ label: `Webhook to ${host}` }]} />
      <div className="flex max-w-3xl flex-col gap-4 px-4 md:px-6">
        {on && failingSince && (
          <Notice tone="warn">
            Nothing has arrived since <Time at={failingSince} />. What fails is tried eight times over some 17 hours;
            after three days without any delivery the webhook is switched off. Nothing of the project is lost meanwhile.
          </Notice>
        )}
        {!on && (
          <Notice>
            It is switched off: nothing is sent. What happens meanwhile stands in the history, and is not sent later.
          </Notice>
        )}
        <Facts
          facts={[
            { term: 'Address', value: <code className="font-mono text-sm">{address}</code> },
            { term: 'Is told of', value: kindLine(kinds) },
            {
              term: 'Set up',
              value: (
                <>
                  by {creator.name}, <Time at={createdAt} />
                </>
              ),
            },
          ]}
        />
      </div>
      <DeliveryLog webhook={read.data} />
    </Page>
  );
}
