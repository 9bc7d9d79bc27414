'use client';
import { useState } from 'react';
import { Unread } from '@/components/live/unread';
import { useForget } from '@/components/live/use-forget';
import { usePages } from '@/components/live/use-pages';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { EmptyState } from '@/components/ui/empty-state';
import { notify, notifyProblem } from '@/components/ui/notify';
import { Segmented } from '@/components/ui/segmented';
import { Time } from '@/components/ui/time';
import { api, Problem } from '@/lib/api/client';
import type { Delivery, DeliveryState, Webhook } from '@/lib/webhooks/webhook';
import { DeliveryBadge } from './delivery-badge';
import { DeliveryDialog } from './delivery-dialog';
import { answerLine, typeOf } from './delivery-words';

const none = <span className="text-faint">–</span>;

const columnsFor = (onReplay: ((delivery: Delivery) => void) | null): Column<Delivery>[] => [
  { id: 'event', header: 'Event', primary: true, cell: typeOf },
  { id: 'state', header: 'Status', width: '6.5rem', cell: ({ state }) => <DeliveryBadge state={state} /> },
  { id: 'tries', header: 'Tries', width: '4rem', align: 'end', from: 'md', cell: ({ tries }) => tries },
  {
    id: 'when',
    header: 'Last try',
    width: '11rem',
    from: 'md',
    cell: ({ triedAt }) => (triedAt ? <Time at={triedAt} /> : none),
  },
  { id: 'answer', header: 'Answer', from: 'md', cell: (one) => answerLine(one) ?? none },
  { id: 'ms', header: 'ms', width: '4.5rem', align: 'end', from: 'lg', cell: ({ ms }) => ms ?? none },
  ...(onReplay
    ? [
        {
          id: 'replay',
          header: 'Replay',
          width: '7rem',
          align: 'end' as const,
          cell: (delivery: Delivery) => (
            <Button size="small" aria-label={`Replay ${typeOf(delivery)}`} onClick={() => onReplay(delivery)}>
              Replay
            </Button>
          ),
        },
      ]
    : []),
];

const states = [
  { value: 'all', label: 'All' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'given-up', label: 'Given up' },
] as const;

/** What was sent to an address and what became of it; each can be sent again. */
export function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const forget = useForget();
  const [state, setState] = useState<DeliveryState | 'all'>('all');
  const [shown, setShown] = useState<Delivery | null>(null);
  const pages = usePages('listDeliveries', { id: webhook.id }, state === 'all' ? {} : { state });

  async function replay({ id }: Delivery) {
    try {
      await api('replayDelivery', { params: { id }, body: {} });
      notify('It is sent again', { key: 'webhook' });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      notifyProblem(`Not sent again. ${error.message}`, { key: 'webhook' });
    }
    forget('listDeliveries');
  }
  if (pages.error) return <Unread what="The deliveries" error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <section aria-labelledby="deliveries" className="mt-8">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-2 md:px-6">
        <h2 id="deliveries" className="text-lg font-semibold">
          Deliveries
        </h2>
        <Segmented label="Which deliveries" value={state} onValueChange={setState} options={states} />
      </div>
      <DataTable
        label="Deliveries"
        columns={columnsFor(webhook.on ? (delivery) => void replay(delivery) : null)}
        rows={pages.rows}
        rowKey={(delivery) => delivery.id}
        onOpen={setShown}
        loading={pages.loading}
        empty={
          <EmptyState title={state === 'all' ? 'Nothing was sent yet' : 'None'} level={3}>
            {state === 'all'
              ? 'Each event stands here with what the other end answered, for 30 days. A test shows whether it arrives.'
              : 'No delivery is in this state.'}
          </EmptyState>
        }
      />
      {pages.more && (
        <div className="p-4 md:px-6">
          <Button onClick={pages.more}>Show more</Button>
        </div>
      )}
      {shown && (
        <DeliveryDialog
          delivery={pages.rows.find(({ id }) => id === shown.id) ?? shown}
          onClose={() => setShown(null)}
        />
      )}
    </section>
  );
}
