'use client';
import { useDeferredValue, useMemo, useState } from 'react';
import { Loading } from '@/components/ui/loading';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { Article } from '@/lib/articles/article';
import type { Highlight } from '@/lib/highlights/highlight';
import { foresee } from './affected';
import { AffectedList } from './affected-list';
import { showStanding } from './show-standing';
import { useComparison } from './use-comparison';
import { signOf } from './text-sign';
import { VersionRows } from './version-rows';

interface CorrectionPreviewProps {
  article: Article;
  oldText: string;
  newText: string;
  highlights: readonly Highlight[];
}

/** What a text would do to the highlights, before it is saved: found by the same function that saving uses. */
export function CorrectionPreview({ article, oldText, newText, highlights }: CorrectionPreviewProps) {
  const { number } = article.version;
  const text = useDeferredValue(newText);
  const here = useMemo(
    () => highlights.filter((one) => one.articleVersion === number && one.orphaned === null),
    [highlights, number],
  );
  const anchors = useMemo(
    () => here.map(({ id, start, end, quote, prefix, suffix }) => ({ id, start, end, quote, prefix, suffix })),
    [here],
  );
  // Every change of a highlight raises its version.
  const seen = here.reduce((sum, { version }) => sum + version, here.length);
  const work = useComparison([article.id, number, seen, text.length, signOf(text)], {
    oldText,
    newText: text,
    rows: true,
    anchors,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  if (work.error)
    return (
      <Notice tone="warn" title="No preview">
        {work.error.message} It can still be saved; highlights that are not found will be in the list of lost words.
      </Notice>
    );
  if (!work.data)
    return (
      <Loading label="Looking for the highlights">
        <Skeleton lines={4} />
      </Loading>
    );
  const lost = highlights.filter((one) => one.orphaned !== null).length;
  const { exact, moved, orphaned, affected } = foresee(here, work.data.carried);
  const young = work.data.carried.flatMap(({ id, place }) =>
    place.state === 'orphaned' ? [] : [{ id, start: place.start, end: place.end }],
  );
  return (
    <div className="flex flex-col gap-4">
      <div
        role="status"
        aria-label="What will happen to the highlights"
        className="flex flex-wrap gap-x-6 gap-y-1 text-md"
      >
        <span>
          <strong>{exact}</strong> stand word for word
        </span>
        <span>
          <strong>{moved}</strong> moved, with other words
        </span>
        <span>
          <strong>{orphaned}</strong> lost, to be placed by hand
        </span>
      </div>
      {lost > 0 ? (
        <p className="text-muted">
          {lost === 1 ? 'One that was lost before is' : `${lost} that were lost before are`} looked for as well, from
          where {lost === 1 ? 'it' : 'they'} stood: what is found comes back with its tags.
        </p>
      ) : null}
      <AffectedList
        label="Highlights that it touches"
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
        old={{ name: `Version ${number}`, text: oldText, highlights: anchors }}
        young={{ name: `Version ${number + 1}, not saved yet`, text, highlights: young }}
        chosen={chosen}
      />
    </div>
  );
}
