'use client';
import { useEffect, type CSSProperties } from 'react';
import { Where } from '@/components/frame/where';
import { Margin } from '@/components/highlights/margin';
import { MarginSheet } from '@/components/highlights/margin-sheet';
import { ReviewBar } from '@/components/highlights/review-bar';
import { useDeskState, useDeskView } from '@/components/highlights/use-desk';
import { useTagKeys } from '@/components/highlights/use-tag-keys';
import type { Problem } from '@/lib/api/client';
import type { Article } from '@/lib/articles/article';
import type { Project } from '@/lib/members/member';
import { may } from '@/lib/permissions';
import { ArticleColumn } from './article-column';
import { ReaderBar } from './reader-bar';
import { useFlashes } from './use-flashes';
import { useLinkedHighlight } from './use-linked-highlight';
import { useNarrow } from './use-narrow';
import { useSelection } from './use-selection';
import { useText } from './use-text';
import { useTextSize } from './use-text-size';

interface ReaderPageProps {
  project: Project;
  article: Article;
  /** Why the tags could not be read. */
  problem: Problem | null;
  onRetry: () => void;
}

/** The reader as it is seen: the text in the middle, its tags beside it, the bars above and below. */
export function ReaderPage({ project, article, problem, onRetry }: ReaderPageProps) {
  const view = useDeskView();
  const { desk, all, shown } = view;
  const text = useText(article.id, article.version.number);
  const ready = text.data !== undefined;
  const mayWrite = may({ userId: desk.place.me.id, role: project.role }, 'highlight.save') === true;
  const narrow = useNarrow();
  const [size] = useTextSize();
  const chosen = useDeskState((state) => state.chosen);
  const reviewing = useDeskState((state) => state.reviewing);

  useTagKeys(
    view,
    all.find(({ id }) => id === chosen),
    mayWrite,
  );
  useSelection(desk, mayWrite && ready);
  useFlashes(desk, all);
  useLinkedHighlight(desk, all, ready);
  useEffect(() => () => desk.light([]), [desk]);

  return (
    <div className="flex flex-1 flex-col" style={{ '--article-size': size } as CSSProperties}>
      <Where crumbs={[{ label: article.title }]} />
      <ReaderBar text={text.data} mayWrite={mayWrite} />
      <div className="flex flex-1 justify-center gap-8 px-4 md:px-8">
        <ArticleColumn
          article={article}
          grades={project.grades}
          text={text}
          problem={problem}
          onRetry={onRetry}
          mayWrite={mayWrite}
        />
        {narrow || shown.length === 0 ? null : (
          <aside aria-label="Tags" className="w-72 shrink-0 xl:w-80">
            <Margin ready={ready} />
          </aside>
        )}
      </div>
      {narrow ? <MarginSheet /> : null}
      {reviewing ? <ReviewBar /> : null}
    </div>
  );
}
