'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import type { Webhook } from '@/lib/webhooks/webhook';
import { kindLine } from './kind-words';
import { WebhookDialog } from './webhook-dialog';
import { WebhookState } from './webhook-state';

const columns: Column<Webhook>[] = [
  { id: 'address', header: 'Address', primary: true, cell: ({ address }) => address },
  { id: 'kinds', header: 'Is told of', from: 'md', cell: ({ kinds }) => kindLine(kinds) },
  {
    id: 'since',
    header: 'Set up',
    width: '8rem',
    from: 'lg',
    cell: (one) => <Time at={one.createdAt} detail="date" />,
  },
  { id: 'by', header: 'By', width: '10rem', from: 'lg', cell: ({ creator }) => creator.name },
  { id: 'state', header: 'State', width: '5.5rem', cell: (webhook) => <WebhookState webhook={webhook} /> },
];

/** The addresses that are told of what happens in the project, for its leads. */
export function WebhookTable({ projectId }: { projectId: string }) {
  const list = useRead('listWebhooks', { projectId });
  const [open, setOpen] = useState(false);
  if (list.error) return <Unread what="The webhooks" error={list.error} onRetry={() => void list.refetch()} />;
  const allowed = list.data?.allowed ?? false;
  return (
    <section aria-labelledby="webhooks" className="mt-10">
      <div className="flex flex-wrap items-center gap-2 px-4 pb-2 md:px-6">
        <h2 id="webhooks" className="text-lg font-semibold">
          Webhooks
        </h2>
        {allowed && (
          <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen(true)}>
            New webhook
          </Button>
        )}
      </div>
      {list.data && !allowed && (
        <p className="max-w-prose px-4 pb-3 text-muted md:px-6">
          This server tells no other host of what happens here: its operator has not allowed webhooks.
        </p>
      )}
      {(allowed || !list.data || list.data.items.length > 0) && (
        <DataTable
          label="Webhooks"
          columns={columns}
          rows={list.data?.items ?? []}
          rowKey={(webhook) => webhook.id}
          rowHref={({ id }) => `/projects/${projectId}/settings/webhooks/${id}`}
          loading={list.isPending}
          empty={
            <EmptyState title="No webhooks yet" level={3}>
              A webhook tells another program of yours, within seconds, that something happened here: which claim was
              approved, by whom and when, never a word of it.
            </EmptyState>
          }
        />
      )}
      {open && <WebhookDialog projectId={projectId} webhook={null} onClose={() => setOpen(false)} />}
    </section>
  );
}
