'use client';
import clsx from 'clsx';
import { useState } from 'react';
import { CommentBody } from '@/components/editor/comment-body';
import { CommentEditor } from '@/components/editor/comment-editor';
import { useUnsent } from '@/components/editor/use-unsent';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { may, type Who } from '@/lib/permissions';
import type { Comment } from '@/lib/threads/thread';
import { CommentHead } from './comment-head';
import { CommentMenu } from './comment-menu';
import { DeletedComment } from './deleted-comment';
import { EditComment } from './edit-comment';
import { LiftObjection } from './lift-objection';
import { useThreadWrites } from './use-thread-writes';

interface CommentItemProps {
  projectId: string;
  comment: Comment;
  me: Who | null;
  /** What its thread is about, and the pages on which that stands. */
  about: readonly string[];
  /** Whether a claim could be blocked from here. */
  mayBlock: boolean;
  /** The one that the address leads to. */
  pointedAt: boolean;
}

/** One comment: who, when, what; whether it blocks approval, and what became of that. */
export function CommentItem({ projectId, comment, me, about, mayBlock, pointedAt }: CommentItemProps) {
  const own = me?.userId === comment.author.id && may(me, 'comment.save', comment) === true;
  const mayLift = me !== null && may(me, 'comment.lift') === true;
  const place = own ? { userId: comment.author.id, projectId, id: comment.id, about } : null;
  const unsent = useUnsent(place);
  const writes = useThreadWrites();
  const [editing, setEditing] = useState(false);
  const [lifting, setLifting] = useState(false);
  if (comment.deleted) return <DeletedComment comment={comment} own={own} />;
  const writing = place !== null && (editing || unsent);
  return (
    <li
      id={`comment-${comment.id}`}
      tabIndex={-1}
      className={clsx('scroll-mt-16 py-2', pointedAt && '-mx-2 rounded-sm bg-accent-soft px-2')}
    >
      <CommentHead comment={comment}>
        {!writing && <CommentMenu comment={comment} own={own} mayBlock={mayBlock} onEdit={() => setEditing(true)} />}
      </CommentHead>
      <div className="ms-7 mt-1">
        {writing ? (
          <EditComment comment={comment} onDone={() => setEditing(false)}>
            {(send, held) => (
              <CommentEditor
                place={place}
                label="Edit the comment"
                submitLabel="Save"
                doneLabel="Saved"
                initial={comment.body}
                base={comment.version}
                autoFocus={editing}
                held={held}
                onSend={send}
                onCancel={() => setEditing(false)}
              />
            )}
          </EditComment>
        ) : (
          <CommentBody body={comment.body} className="text-md" />
        )}
        {comment.lifted && <Lifted lifted={comment.lifted} />}
        {(own || mayLift) && comment.blocksApproval && !comment.lifted && (
          <Button
            size="small"
            className="mt-2"
            onClick={() => (own ? void writes.block(comment, false) : setLifting(true))}
          >
            {own ? 'Withdraw objection' : 'Lift objection'}
          </Button>
        )}
      </div>
      {lifting && <LiftObjection comment={comment} open onOpenChange={setLifting} />}
    </li>
  );
}

function Lifted({ lifted }: { lifted: NonNullable<Comment['lifted']> }) {
  return (
    <div className="mt-2 border-s-2 border-warn/50 ps-2.5 text-muted">
      <p>
        Was an objection. Lifted by {lifted.by.name}, <Time at={lifted.at} />; it stands as dissent.
      </p>
      <p className="mt-0.5 text-ink">“{lifted.reason}”</p>
    </div>
  );
}
