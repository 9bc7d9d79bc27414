'use client';
import { useEffect, useState } from 'react';
import { Composer } from '@/components/highlights/composer';
import { Picker } from '@/components/highlights/picker';
import { ReasonPanel } from '@/components/highlights/reason-panel';
import { TranslationPanel } from '@/components/highlights/translation-panel';
import { leaveSuggestion } from '@/components/highlights/suggestion-actions';
import { useSuggestionState } from '@/components/highlights/use-suggestions';
import type { Layer } from '@/components/highlights/layer';
import { useDesk, useDeskState, useLying } from '@/components/highlights/use-desk';
import { useRead } from '@/components/live/use-read';
import { ErrorState } from '@/components/ui/error-state';
import { KeyBarrier } from '@/components/ui/key-barrier';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import type { Article } from '@/lib/articles/article';
import { ArticlePane } from './article-pane';
import { CaretLine } from './caret-line';
import { useText } from './use-text';

const echoGutter = late(() => import('@/components/echoes/echo-gutter').then((file) => file.EchoGutter));
const edgeHandles = late(() => import('@/components/highlights/edge-handles').then((file) => file.EdgeHandles));
const movedTwicePart = late(() => import('@/components/highlights/moved-twice').then((file) => file.MovedTwice));
const elsewherePart = late(() => import('@/components/highlights/elsewhere').then((file) => file.Elsewhere));
const suggestionCard = late(() =>
  import('@/components/highlights/suggestion-card').then((file) => file.SuggestionCard),
);
const readingMarks = late(() => import('./reading-marks').then((file) => file.ReadingMarks));
const doubleClick = late(() => import('./double-click').then((file) => file.DoubleClick));
const placePanel = late(() => import('@/components/highlights/place-panel').then((file) => file.PlacePanel));

interface ArticleColumnProps {
  article: Article;
}

/** ms: about a frame. */
const A_FRAME = 20;

/** Text and highlights that come at about the same time are rendered and laid out once; the text waits no longer for them than a frame. */
function useTogether(isHere: boolean): boolean {
  const isRead = useLying((lying) => lying.isRead);
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    if (!isHere || isRead) return;
    const timer = setTimeout(() => setWaited(true), A_FRAME);
    return () => clearTimeout(timer);
  }, [isHere, isRead]);
  return isHere && (isRead || waited);
}

/** The text, and the panels that stand beside its words. */
export function ArticleColumn({ article }: ArticleColumnProps) {
  return (
    <div className="relative pb-24">
      <Words article={article} />
      {/* What they show is asked for while the text is under way. */}
      <CaretLine />
      <Edges />
      <LatePart of={readingMarks} wanted={false} with={{}} />
      <LatePart
        of={echoGutter}
        wanted={false}
        with={{ projectId: article.projectId, articleId: article.id, version: article.version.number }}
      />
      <LatePart of={doubleClick} wanted={false} with={{}} />
      <Panels />
    </div>
  );
}

/** Handles for the edges of what is chosen: with the first choice at the latest. */
function Edges() {
  const isChosen = useDeskState(({ chosen }) => chosen !== null);
  return <LatePart of={edgeHandles} wanted={isChosen} with={{}} />;
}

/** The text alone renders when it comes: the page around it stands already. */
function Words({ article }: ArticleColumnProps) {
  const { number, pages } = article.version;
  const text = useText(article.id, number);
  const together = useTogether(text.data !== undefined);
  const starts = useRead('findPages', { id: article.id }, { version: number }, { enabled: pages > 0 });
  if (text.error)
    return (
      <ErrorState title="The text could not be loaded" onRetry={() => void text.refetch()}>
        {text.error.message}
      </ErrorState>
    );
  if (text.data === undefined || !together)
    return (
      <Loading label="Loading the text" className="article-text space-y-6">
        <Skeleton lines={5} />
        <Skeleton lines={7} />
        <Skeleton lines={4} />
      </Loading>
    );
  return <ArticlePane text={text.data} label={article.title} lang={article.language} pages={starts.data?.starts} />;
}

const nothing: readonly Layer[] = [];

function Panels() {
  const desk = useDesk();
  const draft = useDeskState((state) => state.draft);
  const picking = useDeskState((state) => state.picking);
  const placing = useDeskState((state) => state.placing);
  const asking = useDeskState((state) => state.asking);
  const movedTwice = useDeskState((state) => state.movedTwice);
  const elsewhere = useDeskState((state) => state.elsewhere);
  const translating = useDeskState((state) => state.translating);
  const translationWaits = useDeskState(({ underWay }) => underWay.some(({ id }) => id === translating));
  const translated = translating && desk.findHighlight(translating);
  const suggestion = useSuggestionState((state) => state.chosen);
  // What a panel is about is shown as it is now; while there is none, nothing renders for a tag more.
  const isOnTags = asking !== null || translating !== null || picking.length > 1;
  const tags = useLying(({ all }) => (isOnTags ? all : nothing));
  const asked = asking && desk.findLayer(asking.tag.id);
  if (asking && asked)
    return <ReasonPanel key={asking.tag.id} verdict={asking.verdict} tag={asking.tag} words={asked} />;
  if (placing?.author.id === desk.place.me.id && draft?.step === 'offer')
    return <LatePart of={placePanel} with={{ draft, lost: placing }} />;
  if (elsewhere) {
    const close = () => desk.store.set({ elsewhere: null });
    return <LatePart key={elsewhere.id} of={elsewherePart} with={{ tag: elsewhere }} onMissing={close} />;
  }
  if (translated) return <TranslationPanel key={translated.id} highlight={translated} />;
  // What is typed before the highlight is saved that it is meant for runs no command.
  if (translationWaits) return <KeyBarrier />;
  if (movedTwice) {
    const close = () => desk.store.set({ movedTwice: null });
    return <LatePart of={movedTwicePart} with={{ conflict: movedTwice }} onMissing={close} />;
  }
  if (draft) return <Composer draft={draft} />;
  if (picking.length < 2 && suggestion) {
    const close = () => leaveSuggestion(desk);
    return <LatePart key={suggestion.id} of={suggestionCard} with={{ suggestion }} onMissing={close} />;
  }
  if (picking.length < 2) return null;
  return <Picker key={picking.join()} layers={tags.filter(({ id }) => picking.includes(id))} />;
}
