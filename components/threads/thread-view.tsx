'use client';
import { useState } from 'react';
import { Page } from '@/components/frame/page';
import { Where } from '@/components/frame/where';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { ErrorState } from '@/components/ui/error-state';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { threadHref } from '@/lib/threads/place';
import type { Thread } from '@/lib/threads/thread';
import { SubjectLabel } from './subject-label';
import { ThreadCard } from './thread-card';
import { useArrivals } from './use-arrivals';
import { useMe } from './use-me';
import { usePointed } from './use-pointed';

/** One thread by itself, with the way to what it is about. */
export function ThreadView({ projectId, threadId }: { projectId: string; threadId: string }) {
  const thread = useRead('findThread', { id: threadId });
  if (thread.error)
    return (
      <ErrorState
        title={thread.error.code === 'not-found' ? 'This thread is not here' : 'The thread could not be read'}
        onRetry={() => void thread.refetch()}
        action={<ButtonLink href={`/projects/${projectId}/threads`}>All threads</ButtonLink>}
      >
        {thread.error.code === 'not-found'
          ? 'What it was about may have been deleted. When that is undone, the thread is back too.'
          : thread.error.message}
      </ErrorState>
    );
  return (
    <Page
      title={thread.data ? <Titled thread={thread.data} /> : 'Thread'}
      width="reading"
      actions={
        thread.data && (
          <ButtonLink href={threadHref(projectId, thread.data.subject, threadId)}>
            {thread.data.subject.articleId ? 'Open beside the words' : 'Open beside its subject'}
          </ButtonLink>
        )
      }
    >
      {thread.data ? (
        <OneThread projectId={projectId} latest={thread.data} />
      ) : (
        <Loading label="Reading the thread">
          <Skeleton lines={5} />
        </Loading>
      )}
    </Page>
  );
}

const Titled = ({ thread: { subject } }: { thread: Thread }) => (
  <span className="line-clamp-3 wrap-anywhere">
    Thread on <SubjectLabel subject={subject} />
  </span>
);

function OneThread({ projectId, latest }: { projectId: string; latest: Thread }) {
  const me = useMe(projectId);
  const [typing, setTyping] = useState(false);
  const { shown, waiting, show } = useArrivals([latest], typing, me?.userId ?? null);
  const { commentId } = usePointed(true);
  return (
    <div
      onFocus={(event) => setTyping((event.target as HTMLElement).isContentEditable)}
      onBlur={(event) => setTyping((event.relatedTarget as HTMLElement | null)?.isContentEditable ?? false)}
    >
      <Where crumbs={[{ label: latest.subject.label }]} />
      {shown.map((thread) => (
        <ThreadCard
          key={thread.id}
          projectId={projectId}
          thread={thread}
          me={me}
          subjectSeen={false}
          commentId={commentId}
        />
      ))}
      {waiting > 0 && (
        <p role="status">
          <Button size="small" onPointerDown={(event) => event.preventDefault()} onClick={show}>
            {waiting === 1 ? '1 new change' : `${waiting} new changes`}
          </Button>
        </p>
      )}
    </div>
  );
}
