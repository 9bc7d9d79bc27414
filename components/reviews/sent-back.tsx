'use client';
import { useState } from 'react';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { announce } from '@/components/ui/announce';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { useKeys } from '@/components/ui/use-keys';
import type { QuotedTag } from '@/lib/highlights/highlight';
import type { Queue } from '@/lib/reviews/review';
import { NothingWaits } from './nothing-waits';
import { openProposal, type Proposing } from './proposal';
import { SentBackClaim } from './sent-back-claim';
import { SentBackItem } from './sent-back-item';
import { useReviewWrites } from './use-review-writes';

/** One's own work that colleagues did not accept: why, and what they propose. */
export function SentBack({ projectId, narrowed }: { projectId: string; narrowed: { articleId?: string } }) {
  const { articleId } = narrowed;
  const queue = useRead(
    'findReviewQueue',
    { projectId },
    { kind: 'mine', limit: 50, ...(articleId ? { articleId } : {}) },
  );
  if (queue.data) return <SentBackList projectId={projectId} queue={queue.data} />;
  if (queue.error) return <Unread what="The queue" error={queue.error} onRetry={() => void queue.refetch()} />;
  return (
    <Loading label="Reading the queue">
      <Skeleton lines={6} />
    </Loading>
  );
}

function SentBackList({ projectId, queue: { tags, claims, nextCursor } }: { projectId: string; queue: Queue }) {
  const writes = useReviewWrites(projectId);
  const [currentId, setCurrent] = useState<string | null>(null);
  const [discussing, setDiscussing] = useState<string | null>(null);
  const [declining, setDeclining] = useState<string | null>(null);
  const [whole, setWhole] = useState(false);
  const at = Math.max(
    0,
    tags.findIndex(({ id }) => id === currentId),
  );
  const current = tags[at] ?? null;
  const step = (by: 1 | -1) => setCurrent(tags[at + by]?.id ?? current?.id ?? null);

  function answer(how: (tag: QuotedTag, review: Proposing) => void) {
    const proposal = current && openProposal(current);
    if (proposal) how(current, proposal);
    else announce('Nobody proposes a fix for this one.');
  }
  const take = () => answer((tag, review) => void writes.take(tag, review));
  const ask = () => answer((_, review) => setDeclining(review.id));
  useKeys('My work sent back', [
    { id: 'proposal.take', key: 'a', label: 'Take the proposal', run: take },
    { id: 'proposal.decline', key: 'r', label: 'Decline the proposal, with a reason', run: ask },
    { id: 'tag.discuss', key: 'd', label: 'Discuss', run: () => setDiscussing(current?.id ?? null) },
    { id: 'tag.undo', key: 'u', label: 'Undo', run: () => void writes.undo() },
    { id: 'passage.whole', key: 'p', label: 'The whole paragraph, or less', run: () => setWhole(!whole) },
    { id: 'tag.next', key: 'j', label: 'Next', repeat: true, run: () => step(1) },
    { id: 'tag.previous', key: 'k', label: 'Previous', repeat: true, run: () => step(-1) },
  ]);

  if (tags.length + claims.length === 0) return <NothingWaits projectId={projectId} kind="mine" />;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      {claims.length > 0 && (
        <ul className="divide-y divide-line border-b border-line">
          {claims.map((claim) => (
            <SentBackClaim key={claim.id} projectId={projectId} claim={claim} />
          ))}
        </ul>
      )}
      <ul className="divide-y divide-line">
        {tags.map((tag) => (
          <SentBackItem
            key={tag.id}
            projectId={projectId}
            tag={tag}
            current={tag === current}
            discussing={discussing === tag.id}
            whole={whole}
            onWhole={() => setWhole(!whole)}
            onCurrent={() => setCurrent(tag.id)}
            onDiscuss={() => setDiscussing(discussing === tag.id ? null : tag.id)}
            declining={declining}
            onTake={(review) => void writes.take(tag, review)}
            onAsk={(review) => setDeclining(review?.id ?? null)}
            onDecline={async (review, reason) => {
              const taken = await writes.decline(tag, review, reason);
              if (taken) setDeclining(null);
              return taken;
            }}
          />
        ))}
      </ul>
      {nextCursor && <p className="text-muted">More follow when these are done.</p>}
    </div>
  );
}
