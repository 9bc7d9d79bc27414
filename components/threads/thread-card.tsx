'use client';
import { useState } from 'react';
import { CommentEditor } from '@/components/editor/comment-editor';
import { useUnsent } from '@/components/editor/use-unsent';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { may, type Who } from '@/lib/permissions';
import type { Thread } from '@/lib/threads/thread';
import { CloseThread } from './close-thread';
import { CommentItem } from './comment-item';
import { ThreadOutcome } from './thread-outcome';
import { ThreadSubject } from './thread-subject';
import { useThreadWrites } from './use-thread-writes';

interface ThreadCardProps {
  projectId: string;
  thread: Thread;
  me: Who | null;
  /** Whether the page already shows what it is about. */
  subjectSeen: boolean;
  /** The comment that the address leads to. */
  commentId?: string | null;
}

/** One discussion: its comments, a reply, and how it ends. */
export function ThreadCard({ projectId, thread, me, subjectSeen, commentId = null }: ThreadCardProps) {
  const { subject, outcome, comments } = thread;
  const mayBlock = subject.type === 'claim' || (subject.type === 'tag' && subject.claimId !== null);
  return (
    <article
      id={`thread-${thread.id}`}
      tabIndex={-1}
      aria-label={`Thread on ${subject.label}`}
      className="scroll-mt-16 border-b border-line py-3 last:border-b-0"
    >
      <header className="flex items-start justify-between gap-3">
        <div className="min-w-0">{subjectSeen ? null : <ThreadSubject projectId={projectId} subject={subject} />}</div>
        <ThreadOutcome outcome={outcome?.kind ?? null} />
      </header>
      <ul>
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            projectId={projectId}
            comment={comment}
            me={me}
            mayBlock={mayBlock}
            pointedAt={comment.id === commentId}
          />
        ))}
      </ul>
      <ThreadFoot projectId={projectId} thread={thread} me={me} mayBlock={mayBlock} />
    </article>
  );
}

function ThreadFoot({
  projectId,
  thread,
  me,
  mayBlock,
}: {
  projectId: string;
  thread: Thread;
  me: Who | null;
  mayBlock: boolean;
}) {
  const writes = useThreadWrites();
  const target = `${me?.userId} thread ${thread.id}`;
  const unsent = useUnsent(target);
  const [replying, setReplying] = useState(false);
  const { outcome } = thread;
  const mayReply = me !== null && may(me, 'thread.reply') === true;
  const mayWithdraw = me !== null && (me.role === 'lead' || me.userId === thread.creator.id);

  if (outcome)
    return (
      <div className="mt-1 flex flex-wrap items-center gap-2 text-muted">
        <p className="min-w-0 flex-1">
          Closed by {outcome.by.name}, <Time at={outcome.at} />
          {outcome.note && <span className="mt-0.5 block text-ink">“{outcome.note}”</span>}
          {unsent && <span className="mt-0.5 block">You have unsent words here: reopen the thread to send them.</span>}
        </p>
        {mayReply && (
          <Button size="small" variant="quiet" onClick={() => void writes.reopen(thread)}>
            Reopen
          </Button>
        )}
      </div>
    );
  if (!mayReply) return null;
  if (!replying && !unsent)
    return (
      <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
        <Button size="small" onClick={() => setReplying(true)}>
          Reply
        </Button>
        <CloseThread thread={thread} mayWithdraw={mayWithdraw} />
      </div>
    );
  return (
    <div className="mt-1">
      <CommentEditor
        projectId={projectId}
        target={target}
        label="Reply"
        placeholder="Reply; @ mentions a member"
        submitLabel="Reply"
        mayBlock={mayBlock}
        autoFocus={replying}
        onSend={async (said, key) => {
          await writes.reply(thread, said, key);
          setReplying(false);
        }}
        onCancel={() => setReplying(false)}
      />
    </div>
  );
}
