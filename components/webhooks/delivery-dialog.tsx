'use client';
import { Dialog } from '@/components/ui/dialog';
import { Disclosure } from '@/components/ui/disclosure';
import { Facts } from '@/components/ui/facts';
import { Time } from '@/components/ui/time';
import type { Attempt, Delivery } from '@/lib/webhooks/webhook';
import { DeliveryBadge } from './delivery-badge';
import { answerLine, typeOf } from './delivery-words';

/** Every try before the last: when, what came back, and how that began. */
function Attempts({ attempts }: { attempts: readonly Attempt[] }) {
  if (attempts.length < 2) return null;
  return (
    <Disclosure summary={`All ${attempts.length} tries`}>
      <ol className="divide-y divide-line border-y border-line">
        {attempts.toReversed().map((attempt) => (
          <li key={attempt.at} className="grid gap-x-4 py-1.5 sm:grid-cols-[11rem_minmax(0,1fr)_max-content]">
            <Time at={attempt.at} />
            <span className="wrap-anywhere">
              {answerLine(attempt)}
              {attempt.answer ? <span className="block font-mono text-sm text-muted">{attempt.answer}</span> : null}
            </span>
            <span className="text-muted">{attempt.ms === null ? null : `${attempt.ms} ms`}</span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

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
        <Attempts attempts={delivery.attempts} />
      </div>
    </Dialog>
  );
}
