'use client';
import { memo, useEffect, type CSSProperties } from 'react';
import { Where } from '@/components/frame/where';
import { DiscussionSide } from '@/components/highlights/discussion-side';
import { Margin } from '@/components/highlights/margin';
import { MarginSheet } from '@/components/highlights/margin-sheet';
import { stopSelecting } from '@/components/highlights/selection';
import { TagKeys } from '@/components/highlights/tag-keys';
import { useDesk, useDeskState } from '@/components/highlights/use-desk';
import { useRead } from '@/components/live/use-read';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import type { Problem } from '@/lib/api/client';
import type { Article } from '@/lib/articles/article';
import type { Project } from '@/lib/members/member';
import { may } from '@/lib/permissions';
import { ArticleColumn } from './article-column';
import { ArticleHead } from './article-head';
import { ArticleNotices } from './article-notices';
import { FirstStep } from './first-step';
import { PaneFlashes } from './pane-flashes';
import { ReaderBar } from './reader-bar';
import { Suggested } from './suggested';
import { useLinkedWords } from './use-linked-words';
import { useNarrow } from './use-narrow';
import { useSelection } from './use-selection';
import { useTextSize } from './use-text-size';

const reviewBar = late(() => import('@/components/highlights/review-bar').then((file) => file.ReviewBar));
const readSaid = late(() => import('@/components/highlights/read-said').then((file) => file.ReadSaid));
const bulkBar = late(() => import('@/components/highlights/bulk-bar').then((file) => file.BulkBar));

interface ReaderPageProps {
  project: Project;
  article: Article;
  /** Why the tags could not be read. */
  problem: Problem | null;
  onRetry: () => void;
}

/** The reader as it is seen: the text in the middle, its tags beside it, the bars above and below. A highlight more or less is for its parts. */
export const ReaderPage = memo(function ReaderPage({ project, article, problem, onRetry }: ReaderPageProps) {
  const desk = useDesk();
  const mayWrite = may({ userId: desk.place.me.id, role: project.role }, 'highlight.save') === true;
  // Read ahead, so that the composer has its answers when the first words are selected.
  useRead('listEntityNames', { projectId: project.id }, {}, { enabled: mayWrite });
  useRead('listClaimStatements', { projectId: project.id }, {}, { enabled: mayWrite });
  const narrow = useNarrow();
  const [size] = useTextSize();
  const reviewing = useDeskState((state) => state.reviewing);
  const selecting = useDeskState((state) => state.selecting);

  useSelection(desk, mayWrite);
  useLinkedWords();
  useEffect(() => () => desk.light([]), [desk]);

  return (
    <div className="flex flex-1 flex-col" style={{ '--article-size': size } as CSSProperties}>
      <TagKeys mayWrite={mayWrite} />
      <PaneFlashes />
      <Suggested article={article} mayWrite={mayWrite} />
      <Where crumbs={[{ label: article.title }]} />
      <div data-bar="top" className="sticky top-(--bar-height) z-20 bg-page">
        <ReaderBar mayWrite={mayWrite} />
        {reviewing ? <LatePart of={reviewBar} with={{}} onMissing={() => desk.review(false)} /> : null}
        {selecting ? <LatePart of={bulkBar} with={{}} onMissing={() => stopSelecting(desk)} /> : null}
      </div>
      <div className="mx-auto grid w-full flex-1 max-w-[calc(var(--article-size)*35+28rem)] grid-cols-1 content-start px-4 md:px-8 lg:grid-cols-[minmax(0,calc(var(--article-size)*35))_minmax(16rem,22rem)] lg:gap-x-10">
        <div>
          <ArticleHead article={article} grades={project.grades} />
          <ArticleNotices article={article} problem={problem} onRetry={onRetry} />
          <FirstStep mayWrite={mayWrite} />
        </div>
        <div className="lg:col-start-1">
          <ArticleColumn article={article} />
        </div>
        {narrow ? null : (
          <aside aria-label="Tags" className="lg:col-start-2 lg:row-start-2">
            <Margin />
          </aside>
        )}
        <DiscussionSide title={article.title} />
      </div>
      {narrow ? <MarginSheet /> : null}
      <LatePart of={readSaid} with={{}} wanted={false} />
    </div>
  );
});
