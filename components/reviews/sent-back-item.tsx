'use client';
import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import { ThreadPanel } from '@/components/threads/thread-panel';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { wordsHref } from '@/lib/threads/place';
import { openProposal, proposalsIn, type Proposing } from './proposal';
import { Proposed } from './proposed';
import { Reviewed } from './reviewed';

interface SentBackItemProps {
  projectId: string;
  tag: QuotedTag;
  /** The one that keys act on. */
  current: boolean;
  discussing: boolean;
  whole: boolean;
  onWhole: () => void;
  onCurrent: () => void;
  onDiscuss: () => void;
  /** The verdict whose proposal is being declined, while its reason is asked for. */
  declining: string | null;
  onTake: (review: Proposing) => void;
  onAsk: (review: Proposing | null) => void;
  onDecline: (review: Proposing, reason: string) => Promise<boolean>;
}

/** One of one's own tags that was not accepted. */
export function SentBackItem(props: SentBackItemProps) {
  const { projectId, tag, current, discussing, whole, onWhole, onCurrent, onDiscuss } = props;
  const { declining, onTake, onAsk, onDecline } = props;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const open = openProposal(tag);
  return (
    <li
      ref={item}
      onPointerDown={onCurrent}
      onFocus={onCurrent}
      aria-current={current || undefined}
      className={clsx(
        'relative flex flex-col gap-3 py-4 ps-4',
        current && 'before:absolute before:inset-y-3 before:start-0 before:w-0.5 before:bg-accent',
      )}
    >
      <Reviewed projectId={projectId} tag={tag} whole={whole} onWhole={onWhole} own />
      {proposalsIn(tag).map((review) => (
        <Proposed
          key={review.id}
          projectId={projectId}
          tag={tag}
          review={review}
          first={current && review.id === open?.id}
          declining={declining === review.id}
          onTake={() => onTake(review)}
          onAsk={(asking) => onAsk(asking ? review : null)}
          onDecline={(reason) => onDecline(review, reason)}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={wordsHref(projectId, tag.articleId, tag.highlightId)}>Change it in the article</ButtonLink>
        <Button aria-expanded={discussing} onClick={onDiscuss} {...(current ? { shortcut: 'd' } : {})}>
          {tag.openThreads > 0 ? `Discuss (${tag.openThreads} open)` : 'Discuss'}
        </Button>
      </div>
      {discussing && (
        <section aria-label="Discussion">
          <ThreadPanel projectId={projectId} subject={{ type: 'tag', id: tag.id }} mayBlock={tag.claim !== null} />
        </section>
      )}
    </li>
  );
}
