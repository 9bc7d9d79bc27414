'use client';
import { useEffect, useState, type ComponentProps } from 'react';
import { GoneBeside } from '@/components/activity/gone-beside';
import { BegunHere } from '@/components/editor/begun-here';
import { CommentEditor } from '@/components/editor/comment-editor';
import { openForQuotes } from '@/components/editor/quote-place';
import { useUnsent } from '@/components/editor/use-unsent';
import { NewChanges } from '@/components/live/new-changes';
import { usePages } from '@/components/live/use-pages';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorState } from '@/components/ui/error-state';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { may } from '@/lib/permissions';
import type { SubjectType, Thread } from '@/lib/threads/thread';
import { ThreadCard } from './thread-card';
import { useArrivals } from './use-arrivals';
import { useMe } from './use-me';
import { usePointed } from './use-pointed';
import { useThreadWrites } from './use-thread-writes';

interface ThreadPanelProps {
  projectId: string;
  subject: { type: SubjectType; id: string };
  /** Opens with the caret in the field for a new thread: somebody pressed D. */
  startWriting?: boolean;
  /** Whether a claim could be blocked from here: true for a claim and for a citation. */
  mayBlock?: boolean;
  /** It was deleted while its threads are open. */
  gone?: ComponentProps<typeof GoneBeside>['of'] | false;
}

/** The threads on something and on what lies below it, and a way to start one. */
export function ThreadPanel({
  projectId,
  subject,
  startWriting = false,
  mayBlock = subject.type === 'claim',
  gone = false,
}: ThreadPanelProps) {
  const me = useMe(projectId);
  const pages = usePages('listThreads', { projectId }, { subjectType: subject.type, subjectId: subject.id });
  const [typing, setTyping] = useState(false);
  const { shown, waiting, show } = useArrivals(pages.rows, typing, me?.userId ?? null);
  const pointed = usePointed(shown.length > 0);

  if (pages.error)
    return (
      <ErrorState title="The threads could not be read" onRetry={() => void pages.refetch()}>
        {pages.error.message}
      </ErrorState>
    );
  if (pages.loading)
    return (
      <Loading label="Reading the threads">
        {startWriting && <KeyBarrier />}
        <Skeleton lines={4} />
      </Loading>
    );
  const open = shown.filter((thread) => !thread.outcome || thread.id === pointed.threadId);
  const closed = shown.filter((thread) => !open.includes(thread));
  const card = (thread: Thread) => (
    <ThreadCard
      key={thread.id}
      projectId={projectId}
      thread={thread}
      me={me}
      subjectSeen={thread.subject.type === subject.type && thread.subject.id === subject.id}
      commentId={pointed.commentId}
    />
  );
  return (
    <div
      onFocus={(event) => setTyping((event.target as HTMLElement).isContentEditable)}
      onBlur={(event) => setTyping((event.relatedTarget as HTMLElement | null)?.isContentEditable ?? false)}
    >
      {gone && <GoneBeside projectId={projectId} of={gone} />}
      <NewChanges waiting={waiting} onShow={show} />
      {open.map(card)}
      {closed.length > 0 && (
        <div className="py-2">
          <Disclosure summary={closed.length === 1 ? '1 closed thread' : `${closed.length} closed threads`}>
            {closed.map(card)}
          </Disclosure>
        </div>
      )}
      {pages.more ? (
        <Button size="small" onClick={pages.more}>
          Older threads
        </Button>
      ) : (
        <BegunHere projectId={projectId} about={subject.id} shown={placesOn(subject.id, shown)} />
      )}
      <NewThread
        projectId={projectId}
        subject={subject}
        first={shown.length === 0}
        startWriting={startWriting}
        mayBlock={mayBlock}
        gone={gone !== false}
      />
    </div>
  );
}

/** Where words have a field on a page with these threads. */
const placesOn = (subjectId: string, threads: readonly Thread[]) =>
  new Set([subjectId, ...threads.flatMap(({ id, comments }) => [id, ...comments.map((comment) => comment.id)])]);

function NewThread({
  projectId,
  subject,
  first,
  startWriting,
  mayBlock,
  gone,
}: Required<Omit<ThreadPanelProps, 'gone'>> & { first: boolean; gone: boolean }) {
  const me = useMe(projectId);
  const writes = useThreadWrites();
  const place = me && { userId: me.userId, projectId, id: subject.id };
  const unsent = useUnsent(place);
  const [writing, setWriting] = useState(startWriting);
  const mayOpen = me !== null && may(me, 'thread.start') === true && !writing && !unsent;
  useEffect(() => (mayOpen ? openForQuotes(() => setWriting(true)) : undefined), [mayOpen]);
  // Somebody is about to write: until they can, a letter is no key of the page.
  if (!me || !place) return startWriting ? <KeyBarrier /> : null;
  const allowed = may(me, 'thread.start');
  if (allowed !== true) return first ? <p className="py-2 text-muted">No threads here. {allowed.why}</p> : null;
  if (!writing && !unsent)
    return gone ? null : (
      <div className="flex flex-wrap items-center gap-2 py-2">
        {first && <span className="text-muted">Nobody has said anything here yet.</span>}
        <Button size="small" onClick={() => setWriting(true)}>
          Start a thread
        </Button>
      </div>
    );
  return (
    <div className="py-2">
      <CommentEditor
        place={place}
        label="New thread"
        placeholder="What should be talked about? @ mentions a member"
        submitLabel="Start thread"
        mayBlock={mayBlock}
        autoFocus={writing}
        onSend={async (said, key) => {
          await writes.start(projectId, subject, said, key);
          setWriting(false);
        }}
        onCancel={() => setWriting(false)}
      />
    </div>
  );
}
