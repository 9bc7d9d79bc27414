'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import { useRead } from '@/components/live/use-read';
import { Loading } from '@/components/ui/loading';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { absoluteTime } from '@/components/ui/moment';
import { PersonName } from '@/components/ui/person-name';
import type { Article, ArticleVersion } from '@/lib/articles/article';
import { AffectedList } from './affected-list';
import { affectedBetween } from './affected';
import { showStanding } from './show-standing';
import { useComparison } from './use-comparison';
import { useText } from './use-text';
import { VersionRows } from './version-rows';

const nameOf = ({ number, retrievedAt }: ArticleVersion) => `Version ${number}, ${absoluteTime(retrievedAt, 'date')}`;

/** Two versions of one's choice: the newest, beside the one before it or the one that a link with `?from=…&highlight=…` names. */
export function VersionsCompared({ article }: { article: Article }) {
  const { number } = article.version;
  const search = useSearchParams();
  const from = Number(search.get('from'));
  const [left, setLeft] = useState(Number.isInteger(from) && from >= 1 && from < number ? from : number - 1);
  const [right, setRight] = useState(number);
  const [linked, setLinked] = useState(search.get('highlight'));
  const choose = (set: (version: number) => void) => (next: string) => {
    setLinked(null);
    set(Number(next));
  };
  const versions = useRead('listVersions', { id: article.id }).data?.items ?? [];
  const options = versions.map((one) => ({ value: String(one.number), label: nameOf(one) }));
  const reason = versions.find((one) => one.number === Math.max(left, right));
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label="Left version"
          className="max-w-60"
          value={String(left)}
          onValueChange={choose(setLeft)}
          options={options}
        />
        <span className="text-muted">beside</span>
        <Select
          label="Right version"
          className="max-w-60"
          value={String(right)}
          onValueChange={choose(setRight)}
          options={options}
        />
      </div>
      {reason?.reason ? (
        <p className="text-muted wrap-anywhere">
          <PersonName person={reason.creator} /> brought version {reason.number} in: “{reason.reason}”
        </p>
      ) : null}
      <Pair key={`${left} ${right}`} article={article} left={left} right={right} versions={versions} linked={linked} />
    </>
  );
}

interface PairProps {
  article: Article;
  left: number;
  right: number;
  versions: readonly ArticleVersion[];
  /** The highlight that is shown at first. */
  linked: string | null;
}

function Pair({ article, left, right, versions, linked }: PairProps) {
  const [oldText, newText] = [useText(article.id, left), useText(article.id, right)];
  const before = useRead('listHighlights', { id: article.id }, { version: left });
  const after = useRead('listHighlights', { id: article.id }, { version: right });
  const [chosen, setChosen] = useState(linked);
  const both = oldText.data !== undefined && newText.data !== undefined;
  const work = useComparison(
    [article.id, left, right],
    both ? { oldText: oldText.data, newText: newText.data, rows: true } : null,
  );
  const stood = useMemo(
    () => before.data?.items.filter((one) => one.articleVersion === left) ?? [],
    [before.data, left],
  );
  const stands = useMemo(
    () => after.data?.items.filter((one) => one.articleVersion === right) ?? [],
    [after.data, right],
  );
  const affected = useMemo(() => affectedBetween(stood, after.data?.items ?? []), [stood, after.data]);
  const next = versions.find((one) => one.number === left + 1);
  // Rows say where highlights stood on a version that was left; of versions that were left before there were any, nothing does.
  const isUnknown = stood.length === 0 && stands.some(({ createdAt }) => next && createdAt < next.retrievedAt);
  const drawn = work.data !== undefined && stood.length + stands.length > 0;
  useEffect(() => {
    if (drawn && linked) showStanding(linked);
  }, [drawn, linked]);
  const problem = oldText.error ?? newText.error ?? work.error;
  if (problem)
    return (
      <Notice tone="warn" title="The two versions cannot be shown side by side">
        {problem.message} Both are kept; each can be read alone.
      </Notice>
    );
  if (!work.data || !both)
    return (
      <Loading label="Comparing the versions">
        <Skeleton lines={8} />
      </Loading>
    );
  const name = (of: number) => {
    const found = versions.find((one) => one.number === of);
    return found ? nameOf(found) : `Version ${of}`;
  };
  return (
    <>
      {isUnknown ? (
        <p className="text-muted">
          Where highlights stood on version {left} is not known: it was left before that was kept. Those of version{' '}
          {right} are shown.
        </p>
      ) : null}
      <AffectedList
        label="Highlights that it touched"
        lang={article.language}
        list={affected}
        onChoose={(id) => {
          setChosen(id);
          showStanding(id);
        }}
      />
      <VersionRows
        lang={article.language}
        rows={work.data.rows}
        old={{ name: name(left), text: oldText.data, highlights: stood }}
        young={{ name: name(right), text: newText.data, highlights: stands }}
        chosen={chosen}
      />
    </>
  );
}
