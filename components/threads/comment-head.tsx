'use client';
import { useState, type ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { PersonName } from '@/components/ui/person-name';
import type { Comment } from '@/lib/threads/thread';
import { CommentHistory } from './comment-history';

/** Who wrote a comment and when, that it was edited, that it blocks approval; then what can be done with it. */
export function CommentHead({ comment, children }: { comment: Comment; children: ReactNode }) {
  const [history, setHistory] = useState(false);
  const { author, createdAt, editedAt, edits } = comment;
  return (
    <div className="flex items-center gap-2">
      <Avatar name={author.name} id={author.id} size="small" decorative />
      <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
        <PersonName person={author} className="truncate font-medium" />
        {comment.externalAuthor && (
          <PersonName person={{ name: comment.externalAuthor, external: true }} before="for" />
        )}
        <Time at={createdAt} className="text-sm text-faint" />
        {editedAt && (
          <button
            type="button"
            className="rounded-sm text-sm text-muted underline decoration-dotted underline-offset-2 touch hover:text-ink"
            onClick={() => setHistory(true)}
          >
            edited{edits > 1 ? ` ${edits} times` : ''}
          </button>
        )}
      </p>
      {comment.blocksApproval && !comment.lifted && <Badge tone="bad">Blocks approval</Badge>}
      {children}
      {history && <CommentHistory comment={comment} open onOpenChange={setHistory} />}
    </div>
  );
}
