'use client';
import { Button } from '@/components/ui/button';
import type { Comment } from '@/lib/threads/thread';
import { useThreadWrites } from './use-thread-writes';

/** A deleted comment keeps its place, without its words; its author can bring it back. */
export function DeletedComment({ comment, own }: { comment: Comment; own: boolean }) {
  const writes = useThreadWrites();
  return (
    <li id={`comment-${comment.id}`} tabIndex={-1} className="flex flex-wrap items-center gap-2 py-2 text-muted">
      <span>{own ? 'You deleted this comment.' : `${comment.author.name} deleted this comment.`}</span>
      {own && (
        <Button size="small" variant="quiet" onClick={() => void writes.restore(comment)}>
          Bring back
        </Button>
      )}
    </li>
  );
}
