'use client';
import { useEffect, useState } from 'react';
import { CommentEditor } from '@/components/editor/comment-editor';
import { openForQuotes } from '@/components/editor/quote-place';
import { useUnsent } from '@/components/editor/use-unsent';
import { MuteButton } from '@/components/notifications/mute-button';
import { Button } from '@/components/ui/button';
import { Time } from '@/components/ui/time';
import { may, type Who } from '@/lib/permissions';
import type { Thread } from '@/lib/threads/thread';
import { Became } from './became';
import { BeganBy } from './began-by';
import { CloseThread } from './close-thread';
import { CommentItem } from './comment-item';
import { Positions } from './positions';
import { ThreadOutcome } from './thread-outcome';
import { ThreadSubject } from './thread-subject';
import { TurnThread } from './turn-thread';
import { useThreadWrites } from './use-thread-writes';

interface ThreadCardProps {
  projectId: string;
  thread: Thread;
  me: (Who & { name: string }) | null;
  /** Whether the page already shows what it is about. */
  subjectSeen: boolean;
  /** The comment that the address leads to. */
  commentId?: string | null;
}

/** One discussion: its comments, a reply, and how it ends. */
export function ThreadCard({ projectId, thread, me, subjectSeen, commentId = null }: ThreadCardProps) {
  const { subject, outcome, comments } = thread;
  const about = aboutOf(thread);
  const mayBlock = subject.type === 'claim' || (subject.type === 'tag' && subject.claimId !== null);
  return (
    <article
      id={`thread-${thread.id}`}
      tabIndex={-1}
      aria-label={`Thread on ${subject.label}`}
      className="scroll-mt-16 border-b border-line py-3 last:border-b-0"
    >
      <header className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          {subjectSeen ? null : <ThreadSubject projectId={projectId} subject={subject} />}
          <BeganBy thread={thread} />
          <Became projectId={projectId} thread={thread} />
        </div>
        <span className="flex shrink-0 items-center gap-1">
          <ThreadOutcome outcome={outcome?.kind ?? null} />
          <MuteButton subject={{ type: 'thread', id: thread.id }} />
          {me && may(me, 'thread.turn') === true && <TurnThread thread={thread} />}
        </span>
      </header>
      <ul>
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            projectId={projectId}
            comment={comment}
            me={me}
            about={about}
            mayBlock={mayBlock}
            pointedAt={comment.id === commentId}
          />
        ))}
      </ul>
      <ThreadFoot projectId={projectId} thread={thread} me={me} mayBlock={mayBlock} />
    </article>
  );
}

/** What it is about, and the pages on which that stands. */
const aboutOf = ({ subject: { id, articleId, highlightId, claimId } }: Thread): string[] =>
  [...new Set([id, articleId, highlightId, claimId])].filter((one) => one !== null);

function ThreadFoot({
  projectId,
  thread,
  me,
  mayBlock,
}: {
  projectId: string;
  thread: Thread;
  me: (Who & { name: string }) | null;
  mayBlock: boolean;
}) {
  const writes = useThreadWrites();
  const place = me && { userId: me.userId, projectId, id: thread.id, about: aboutOf(thread) };
  const unsent = useUnsent(place);
  const [replying, setReplying] = useState(false);
  const { outcome } = thread;
  const mayReply = me !== null && may(me, 'thread.reply') === true;
  const mayWithdraw = me !== null && (me.role === 'lead' || me.userId === thread.creator.id);

  const mayOpen = mayReply && !outcome && !replying && !unsent;
  useEffect(() => (mayOpen ? openForQuotes(() => setReplying(true)) : undefined), [mayOpen]);

  if (outcome)
    return (
      <div className="mt-1 flex flex-wrap items-center gap-2 text-muted">
        <div className="min-w-0 flex-1">
          Closed by {outcome.by.name}, <Time at={outcome.at} />
          {outcome.note && <span className="mt-0.5 block text-ink">“{outcome.note}”</span>}
          {unsent && <span className="mt-0.5 block">You have unsent words here: reopen the thread to send them.</span>}
          <Positions thread={thread} me={me} />
        </div>
        {mayReply && (
          <Button size="small" variant="quiet" onClick={() => void writes.reopen(thread)}>
            Reopen
          </Button>
        )}
      </div>
    );
  if (!mayReply || !place) return null;
  if (!replying && !unsent)
    return (
      <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
        <Button size="small" onClick={() => setReplying(true)}>
          Reply
        </Button>
        <CloseThread thread={thread} me={me} mayWithdraw={mayWithdraw} />
      </div>
    );
  return (
    <div className="mt-1">
      <CommentEditor
        place={place}
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
