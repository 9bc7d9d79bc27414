'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import { Composer } from '@/components/highlights/composer';
import { LostWords } from '@/components/highlights/lost-words';
import { Picker } from '@/components/highlights/picker';
import { ReasonPanel } from '@/components/highlights/reason-panel';
import { RefusedDrafts } from '@/components/highlights/refused-drafts';
import { useDeskState, useDeskView } from '@/components/highlights/use-desk';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Loading } from '@/components/ui/loading';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import type { Problem } from '@/lib/api/client';
import type { Article } from '@/lib/articles/article';
import { ArticleHead } from './article-head';
import { ArticlePane } from './article-pane';
import { CaretLine } from './caret-line';
import { useOnline } from './use-online';

interface ArticleColumnProps {
  article: Article;
  grades: boolean;
  text: UseQueryResult<string, Problem>;
  problem: Problem | null;
  onRetry: () => void;
  mayWrite: boolean;
}

/** The text, what is known of it above, and the panels that stand beside its words. */
export function ArticleColumn({ article, grades, text, problem, onRetry, mayWrite }: ArticleColumnProps) {
  const { all, shown } = useDeskView();
  const { retracted } = article;
  const online = useOnline();
  return (
    <div className="w-full max-w-[calc(66ch*1.3)] min-w-0">
      <ArticleHead article={article} grades={grades} />
      <div className="article-text mb-4 flex flex-col gap-2 font-sans text-base empty:hidden">
        {retracted ? (
          <Notice tone="warn" title="Retracted">
            {retracted.reason} <Time at={retracted.at} detail="date" />
          </Notice>
        ) : null}
        {online ? null : (
          <Notice tone="warn" title="You are offline">
            You can read on. What you tag now cannot be saved; the composer keeps it until it can.
          </Notice>
        )}
        {problem ? (
          <Notice
            tone="bad"
            title="The tags could not be loaded"
            action={
              <Button size="small" onClick={onRetry}>
                Try again
              </Button>
            }
          >
            {problem.message}
          </Notice>
        ) : null}
        <RefusedDrafts />
        <LostWords />
        {text.data !== undefined && all.length === 0 && !problem ? <FirstStep mayWrite={mayWrite} /> : null}
      </div>
      <div className="relative pb-24">
        {text.error ? (
          <ErrorState title="The text could not be loaded" onRetry={() => void text.refetch()}>
            {text.error.message}
          </ErrorState>
        ) : null}
        {text.isPending ? (
          <Loading label="Loading the text" className="article-text space-y-6">
            <Skeleton lines={5} />
            <Skeleton lines={7} />
            <Skeleton lines={4} />
          </Loading>
        ) : null}
        {text.data === undefined ? null : (
          <ArticlePane text={text.data} label={article.title} lang={article.language} layers={shown} />
        )}
        <CaretLine ready={text.data !== undefined} />
        <Panels />
      </div>
    </div>
  );
}

function FirstStep({ mayWrite }: { mayWrite: boolean }) {
  return (
    <Notice title="Nothing is highlighted yet">
      {mayWrite
        ? 'Select words, with the pointer or with Shift and the arrow keys: a small panel asks what they are about. Enter saves.'
        : 'Analysts of this project highlight words here; you can read along.'}
    </Notice>
  );
}

function Panels() {
  const { desk } = useDeskView();
  const draft = useDeskState((state) => state.draft);
  const picking = useDeskState((state) => state.picking);
  const asking = useDeskState((state) => state.asking);
  const picked = desk.layers().placed.filter(({ id }) => picking.includes(id));
  const asked = asking && desk.findLayer(asking.tag.id);
  if (asking && asked)
    return <ReasonPanel key={asking.tag.id} verdict={asking.verdict} tag={asking.tag} words={asked} />;
  if (draft) return <Composer draft={draft} />;
  return picked.length > 1 ? <Picker key={picking.join()} layers={picked} /> : null;
}
