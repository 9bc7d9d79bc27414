'use client';
import { useState } from 'react';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useMe } from '@/components/threads/use-me';
import { Chip } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { TabPanel } from '@/components/ui/tab-panel';
import { Tabs } from '@/components/ui/tabs';
import { useSearchFilters } from '@/components/ui/use-search-filters';
import { may } from '@/lib/permissions';
import type { Queue } from '@/lib/reviews/review';
import { CitationQueue } from './citation-queue';
import { ClaimQueue } from './claim-queue';
import { MentionQueue } from './mention-queue';
import { OthersWork } from './others-work';
import { SentBack } from './sent-back';

const kinds = ['mentions', 'citations', 'claims', 'mine', 'waiting'] as const;
type Kind = (typeof kinds)[number];
const labels: Record<Kind, string> = {
  mentions: 'Mentions',
  citations: 'Citations',
  claims: 'Claims',
  mine: 'My work sent back',
  waiting: 'My work waiting',
};
// Where the address names a colleague.
const theirs: Partial<Record<Kind, string>> = { mine: 'Sent back', waiting: 'Waiting' };

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The kind that the address names, else the first of which something waits. */
function kindOf(named: string, counts: Queue['counts'] | undefined): Kind {
  return (
    kinds.find((kind) => kind === named) ?? kinds.slice(0, 4).find((kind) => counts && counts[kind] > 0) ?? 'mentions'
  );
}

/** What waits for the reader's verdict, kind by kind. */
export function ReviewDesk({ projectId }: { projectId: string }) {
  const me = useMe(projectId);
  const { values, set } = useSearchFilters(['kind', 'author', 'article']);
  const narrowed = {
    ...(ID.test(values.author) ? { authorId: values.author } : {}),
    ...(ID.test(values.article) ? { articleId: values.article } : {}),
  };
  const queue = useRead('findReviewQueue', { projectId }, narrowed);
  const counts = queue.data?.counts;
  // Without a kind in the address the first one stays, also when it has been worked through.
  const [first, setFirst] = useState<Kind | null>(null);
  if (counts && !first) setFirst(kindOf('', counts));
  if (queue.error) return <Unread what="The queue" error={queue.error} onRetry={() => void queue.refetch()} />;
  const kind = values.kind ? kindOf(values.kind, counts) : (first ?? 'mentions');
  const colleague = narrowed.authorId !== undefined && narrowed.authorId !== me?.userId;
  const allowed = me ? may(me, 'tag.review') : true;
  return (
    <>
      {allowed !== true && (
        <div className="pb-4">
          <Notice title="You can look, but not review">{allowed.why}</Notice>
        </div>
      )}
      <Narrowed projectId={projectId} {...narrowed} onRemove={(name) => set({ [name]: null })} />
      <Tabs
        label="What waits"
        value={kind}
        onValueChange={(next) => set({ kind: next })}
        tabs={kinds.map((value) => ({
          value,
          label: <span className="whitespace-nowrap">{(colleague && theirs[value]) || labels[value]}</span>,
          ...(counts ? { count: counts[value] } : {}),
        }))}
      >
        <TabPanel value="mentions">{me && <MentionQueue projectId={projectId} me={me} narrowed={narrowed} />}</TabPanel>
        <TabPanel value="citations">
          {me && <CitationQueue projectId={projectId} me={me} narrowed={narrowed} />}
        </TabPanel>
        <TabPanel value="claims">{me && <ClaimQueue projectId={projectId} me={me} />}</TabPanel>
        <TabPanel value="mine">
          {colleague ? (
            <OthersWork projectId={projectId} kind="mine" narrowed={narrowed} />
          ) : (
            <SentBack projectId={projectId} narrowed={narrowed} />
          )}
        </TabPanel>
        <TabPanel value="waiting">
          <OthersWork projectId={projectId} kind="waiting" narrowed={narrowed} own={!colleague} />
        </TabPanel>
      </Tabs>
    </>
  );
}

interface NarrowedProps {
  projectId: string;
  authorId?: string;
  articleId?: string;
  onRemove: (name: 'author' | 'article') => void;
}

/** Whose work, or which article, the address narrows the queue to. */
function Narrowed({ projectId, authorId, articleId, onRemove }: NarrowedProps) {
  const members = useRead('listMembers', { projectId }, {}, { enabled: authorId !== undefined });
  const article = useRead('findArticle', { id: articleId ?? '' }, {}, { enabled: articleId !== undefined });
  if (!authorId && !articleId) return null;
  const author = members.data?.items.find(({ userId }) => userId === authorId)?.name ?? 'one member';
  return (
    <div className="flex flex-wrap gap-2 pb-3">
      {authorId && (
        <Chip onRemove={() => onRemove('author')} removeLabel="Everybody’s work">
          by {author}
        </Chip>
      )}
      {articleId && (
        <Chip onRemove={() => onRemove('article')} removeLabel="All articles">
          <span className="max-w-60 truncate">in {article.data?.title ?? 'one article'}</span>
        </Chip>
      )}
    </div>
  );
}
