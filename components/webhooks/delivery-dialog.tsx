'use client';
import { Dialog } from '@/components/ui/dialog';
import { Facts } from '@/components/ui/facts';
import { Time } from '@/components/ui/time';
import type { Delivery } from '@/lib/webhooks/webhook';
import { DeliveryBadge } from './delivery-badge';
import { answerLine, typeOf } from './delivery-words';

/** One delivery in full: its id, which the other end saw, and the beginning of what it answered. */
export function DeliveryDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const { id, event, state, tries, createdAt, triedAt, dueAt, ms, answer } = delivery;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} size="medium" title={typeOf(delivery)}>
      <div className="flex flex-col gap-4">
        <Facts
          facts={[
            { term: 'Status', value: <DeliveryBadge state={state} /> },
            { term: 'webhook-id', value: <code className="font-mono text-sm">{id}</code> },
            { term: 'Place in the log', value: event ? event.seq : null },
            { term: 'Happened', value: <Time at={createdAt} /> },
            { term: 'Tries', value: tries },
            { term: 'Last try', value: triedAt && <Time at={triedAt} /> },
            {
              term: 'Next try',
              value: state === 'waiting' && tries > 0 && dueAt ? <Time at={dueAt} /> : null,
            },
            { term: 'Answer', value: answerLine(delivery) },
            { term: 'Took', value: ms === null ? null : `${ms} ms` },
          ]}
        />
        {answer ? (
          <div>
            <p className="mb-1 text-sm text-muted">How the answer begins</p>
            <pre
              className="max-h-60 overflow-auto rounded-sm bg-desk p-2 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
              tabIndex={0}
            >
              {answer}
            </pre>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}
