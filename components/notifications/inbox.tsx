'use client';
import { useRef } from 'react';
import { Page } from '@/components/frame/page';
import { Where } from '@/components/frame/where';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Loading } from '@/components/ui/loading';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import { useLineKeys } from '@/components/ui/use-line-keys';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { InboxLine } from './inbox-line';
import { useMarkRead } from './use-mark-read';

const states = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
] as const;

/** Mentions, replies and verdicts that concern the reader; opening one marks it as read. */
export function Inbox({ projectId }: { projectId: string }) {
  const { values, set } = useSearchFilters(['state']);
  const unreadOnly = values.state === 'unread';
  const pages = usePages('listNotifications', {}, unreadOnly ? { state: 'unread' } : {});
  const count = useRead('listNotifications', {}, { limit: 1 }).data?.unread ?? 0;
  const projects = useRead('listProjects', {});
  const mark = useMarkRead();
  const list = useRef<HTMLUListElement>(null);
  const newest = pages.rows[0]?.at;
  const readAll = () => newest && count > 0 && void mark({ until: newest });

  useLineKeys('Inbox', list, [{ id: 'inbox.read', key: 'shift+m', label: 'Mark all as read', run: readAll }]);
  const elsewhere = (id: string) =>
    id === projectId ? null : (projects.data?.items.find((project) => project.id === id)?.name ?? null);

  return (
    <Page
      title="Inbox"
      width="flush"
      aside={count > 0 && <span className="text-muted">{count} unread</span>}
      actions={
        <>
          <ButtonLink href="/account#notifications" variant="quiet">
            Choose what comes
          </ButtonLink>
          <Button disabled={count === 0} onClick={readAll}>
            Mark all as read
          </Button>
        </>
      }
      toolbar={
        <Segmented
          label="Show"
          value={unreadOnly ? 'unread' : 'all'}
          options={states}
          onValueChange={(state) => set({ state: state === 'all' ? null : state })}
        />
      }
    >
      <Where crumbs={[{ label: 'Inbox' }]} />
      {pages.error ? (
        <Unread what="The inbox" error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.loading ? (
        <div className="px-4 md:px-6">
          <Loading label="Reading the inbox">
            <Skeleton lines={6} />
          </Loading>
        </div>
      ) : pages.rows.length === 0 ? (
        <EmptyState title={unreadOnly ? 'Nothing unread' : 'Your inbox is empty'}>
          When somebody mentions you, answers in a thread you take part in, or reviews your work, a line comes here and
          leads to the exact place.
        </EmptyState>
      ) : (
        <ul ref={list} className="divide-y divide-line border-y border-line">
          {pages.rows.map((line) => (
            <InboxLine
              key={line.id}
              line={line}
              elsewhere={elsewhere(line.projectId)}
              onOpen={() => !line.read && void mark({ ids: line.ids })}
            />
          ))}
        </ul>
      )}
      {pages.more && (
        <div className="p-4">
          <Button onClick={pages.more}>Show more</Button>
        </div>
      )}
    </Page>
  );
}
