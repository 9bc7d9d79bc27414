'use client';
import { useState } from 'react';
import { SourceLine } from '@/components/articles/source-line';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Loading } from '@/components/ui/loading';
import { Quote } from '@/components/ui/quote';
import { Skeleton } from '@/components/ui/skeleton';
import type { Queue } from '@/lib/reviews/review';
import { ClaimLine } from './claim-line';
import { NothingWaits } from './nothing-waits';
import { TagFacts } from './tag-facts';

const STEP = 50;
const MOST = 500; // as many as one answer holds

interface OthersWorkProps {
  projectId: string;
  /** Sent back to whoever made it, or not judged by anybody yet. */
  kind: 'mine' | 'waiting';
  narrowed: { authorId?: string; articleId?: string };
  /** The reader's own, of which a colleague has to say something. */
  own?: boolean;
}

/** Work that waits for somebody else than the reader, to look at: nothing is decided here. */
export function OthersWork({ projectId, kind, narrowed, own = false }: OthersWorkProps) {
  const [limit, setLimit] = useState(STEP);
  const queue = useRead('findReviewQueue', { projectId }, { kind, limit, ...narrowed });
  if (queue.error) return <Unread what="The queue" error={queue.error} onRetry={() => void queue.refetch()} />;
  if (!queue.data)
    return (
      <Loading label="Reading the queue">
        <Skeleton lines={6} />
      </Loading>
    );
  const { claims, tags, counts, nextCursor } = queue.data;
  if (claims.length + tags.length === 0)
    return <NothingWaits projectId={projectId} kind={own || kind === 'waiting' ? kind : 'theirs'} />;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <Lines projectId={projectId} claims={claims} tags={tags} own={own} />
      {nextCursor &&
        (limit < MOST ? (
          <Button className="self-start" onClick={() => setLimit(Math.min(MOST, limit * 2))}>
            Show more
          </Button>
        ) : (
          <p className="text-muted">
            The first {MOST} of {counts[kind].toLocaleString('en')}. Those of one article are fewer: choose it in the
            reader.
          </p>
        ))}
    </div>
  );
}

type LinesProps = Pick<Queue, 'claims' | 'tags'> & { projectId: string; own: boolean };

const Lines = ({ projectId, claims, tags, own }: LinesProps) => (
  <ul aria-label="What waits for others" className="divide-y divide-line">
    {claims.map((claim) => (
      <li key={claim.id} className="py-3">
        <ClaimLine projectId={projectId} claim={claim} />
      </li>
    ))}
    {tags.map((tag) => (
      <li key={tag.id} className="flex flex-col gap-2 py-4">
        <Quote block lang={tag.article.language}>
          {tag.highlight.quote}
        </Quote>
        <SourceLine projectId={projectId} article={tag.article} highlightId={tag.highlight.id} />
        <TagFacts projectId={projectId} tag={tag} own={own} />
      </li>
    ))}
  </ul>
);
