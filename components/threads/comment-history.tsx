'use client';
import { CommentBody } from '@/components/editor/comment-body';
import { useRead } from '@/components/live/use-read';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/error-state';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { Comment } from '@/lib/threads/thread';

interface CommentHistoryProps {
  comment: Comment;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What a comment said, newest first. */
export function CommentHistory({ comment, open, onOpenChange }: CommentHistoryProps) {
  const versions = useRead('listCommentVersions', { id: comment.id }, {}, { enabled: open });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`What ${comment.author.name} wrote`}
      description="Every wording stays; the newest comes first."
    >
      {versions.error ? (
        <ErrorState title="The wordings could not be read" onRetry={() => void versions.refetch()}>
          {versions.error.message}
        </ErrorState>
      ) : !versions.data ? (
        <Loading label="Reading the wordings">
          <Skeleton lines={4} />
        </Loading>
      ) : (
        <ol className="divide-y divide-line">
          {versions.data.items.map((version, at) => (
            <li key={version.number} className="py-3">
              <p className="mb-1 text-sm text-muted">
                {at === 0 ? 'Now, since ' : 'Before, from '}
                <Time at={version.at} />
              </p>
              <CommentBody body={version.body} className="text-md" />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
