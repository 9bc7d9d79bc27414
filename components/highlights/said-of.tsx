import clsx from 'clsx';
import { MessageSquare } from 'lucide-react';
import type { DiscussedView } from '@/lib/threads/thread';

/** How many comments there are on a highlight or a tag; paler where nothing of it is open. */
export function SaidOf({ comments, open }: DiscussedView) {
  const words = comments === 1 ? 'comment' : 'comments';
  return (
    <span
      title={`${comments} ${words}${open ? '' : ', closed'}`}
      className={clsx('flex items-center gap-0.5 text-sm tabular-nums', open ? 'text-muted' : 'text-faint')}
    >
      <MessageSquare size={12} aria-hidden />
      {comments}
      <span className="sr-only"> {words}</span>
    </span>
  );
}
