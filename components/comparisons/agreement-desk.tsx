'use client';
import { useState } from 'react';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { AgreementQuestion } from '@/lib/agreement/questions';
import { MOST_TAGS, type Agreement, type Share } from '@/lib/comparisons/comparison';
import { AgreementFilters, typeWords } from './agreement-filters';
import { Differences } from './differences';
import { MeasureTable } from './measure-table';
import { OfRound } from './of-round';
import { PairMap } from './pair-map';
import { PartTable } from './part-table';
import { ShareChanges } from './share-changes';
import { ShareList } from './share-list';
import { useAgreementFilters, type AgreementFilterSet } from './use-agreement-filters';

/** Where analysts differ, then how often they agree, then the coefficients. */
export function AgreementDesk({ projectId }: { projectId: string }) {
  const filters = useAgreementFilters();
  const { data: latest, error, refetch } = useRead('findAgreement', { projectId }, filters.narrowing);
  // While another choice is read the last one stays, so that the page keeps its place.
  const [kept, setKept] = useState(latest);
  if (latest && latest !== kept) setKept(latest);
  const data = latest ?? kept;
  const changes = useRoundShares(projectId, filters, data?.round?.status === 'revealed');
  if (error) return <Unread what="The agreement" error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  if (data.pairs.length === 0 && !data.tooMany && !filters.narrowed && !data.round)
    return <Nothing projectId={projectId} />;
  return (
    <div className="flex flex-col gap-5 pb-10">
      {data.round && <OfRound projectId={projectId} round={data.round} filters={filters} />}
      <AgreementFilters agreement={data} filters={filters} />
      {data.tooMany ? (
        <p role="status">
          These are more than {MOST_TAGS.toLocaleString('en')} tags, too many to compare at once. Choose an article or a
          type.
        </p>
      ) : data.pairs.length === 0 ? (
        <EmptyState
          title="Nothing in common"
          action={filters.narrowed && <Button onClick={filters.clear}>Compare everything</Button>}
        >
          Nobody chosen here has tagged the same article, or judged the same claim, as somebody else.
        </EmptyState>
      ) : (
        <Figures projectId={projectId} agreement={data} changes={changes} filters={filters} />
      )}
    </div>
  );
}

interface RoundShares {
  then: Share[];
  now: Share[];
}

/** How often the analysts of a revealed round agreed at the reveal, and now; null until both are read, and of no round. */
function useRoundShares(projectId: string, { narrowingAt }: AgreementFilterSet, enabled: boolean): RoundShares | null {
  const then = useRead('findAgreement', { projectId }, narrowingAt('reveal'), { enabled });
  const now = useRead('findAgreement', { projectId }, narrowingAt('now'), { enabled });
  return enabled && then.data && now.data ? { then: then.data.overall.shares, now: now.data.overall.shares } : null;
}

const Nothing = ({ projectId }: { projectId: string }) => (
  <EmptyState
    title="Nothing to compare yet"
    action={<ButtonLink href={`/projects/${projectId}/articles`}>Articles</ButtonLink>}
  >
    As soon as two analysts have tagged the same article, or judged the same claim, this page shows where they differ
    and how often they agree.
  </EmptyState>
);

interface FiguresProps {
  projectId: string;
  agreement: Agreement;
  changes: RoundShares | null;
  filters: AgreementFilterSet;
}

function Figures({ projectId, agreement, changes, filters }: FiguresProps) {
  const { overall, pairs, dropped } = agreement;
  // The list of differences is what every figure leads to: it is filtered, and comes into view.
  const open = (changes: Parameters<typeof filters.set>[0]) => {
    filters.set(changes);
    document.getElementById('differences')?.focus();
  };
  const ask = (question: AgreementQuestion) => open({ question });
  return (
    <>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Differences projectId={projectId} agreement={agreement} filters={filters} />
        <div className="flex min-w-0 flex-col gap-8">
          {changes ? (
            <ShareChanges {...changes} onOpen={(at, question) => open({ at: at === 'now' ? null : at, question })} />
          ) : (
            <ShareList shares={overall.shares} dropped={dropped} onAsk={ask} />
          )}
          <PairMap pairs={pairs} onOpen={({ a, b }, question) => open({ a: a.id, b: b.id, question })} />
          <p className="text-sm text-muted">
            Counted in articles that both tagged and on claims that both judged. What was tagged in the open is not
            independent: whoever comes second sees what is there.
          </p>
        </div>
      </div>
      <Disclosure summary="More measures">
        <More agreement={agreement} ask={ask} open={open} />
      </Disclosure>
    </>
  );
}

interface MoreProps {
  agreement: Agreement;
  ask: (question: AgreementQuestion) => void;
  open: (changes: { type?: string; article?: string; question: AgreementQuestion }) => void;
}

function More({ agreement: { overall, byArticle, byType }, ask, open }: MoreProps) {
  const articles = byArticle.map(({ article, shares }) => ({ id: article.id, name: article.title, shares }));
  const types = byType.map(({ type, shares }) => ({ id: type, name: typeWords(type), shares }));
  const asked = overall.shares
    .filter(({ of, dropped }) => of > 0 || dropped.length > 0)
    .map(({ question }) => question);
  return (
    <div className="flex flex-col gap-8">
      <MeasureTable
        coefficients={overall.coefficients.filter(({ question }) => asked.includes(question))}
        onAsk={ask}
      />
      {articles.length > 0 && (
        <PartTable title="By article" parts={articles} onOpen={({ id }, question) => open({ article: id, question })} />
      )}
      {types.length > 0 && (
        <PartTable title="By type" parts={types} onOpen={({ id }, question) => open({ type: id, question })} />
      )}
    </div>
  );
}
