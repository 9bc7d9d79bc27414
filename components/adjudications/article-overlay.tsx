'use client';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useText } from '@/components/articles/use-text';
import { Unread } from '@/components/live/unread';
import { Button } from '@/components/ui/button';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import type { Desk } from '@/lib/adjudications/adjudication';
import { paragraphs, type Paragraph } from '@/lib/anchoring/paragraphs';
import { spansByParagraph } from '@/lib/anchoring/segments';
import { linesUnder, piecesOf, shownOf, strokesOf, type Stroke } from './overlay';
import { reveal } from './reveal';

interface ArticleOverlayProps {
  desk: Desk;
  /** The place that is decided on. */
  current: string | null;
  onPick: (place: string) => void;
}

/** The article with everybody's spans, a line for each person; the place that is decided on is filled. */
export function ArticleOverlay({ desk, current, onPick }: ArticleOverlayProps) {
  const box = useRef<HTMLDivElement>(null);
  const text = useText(desk.article.id, desk.article.textVersion);
  const lines = useMemo(() => paragraphs(text.data ?? ''), [text.data]);
  const strokes = useMemo(() => spansByParagraph(lines, strokesOf(desk)), [lines, desk]);
  useEffect(() => {
    if (current) reveal(box.current, box.current?.querySelector(`[data-places~="${current}"]`));
  }, [box, current, lines]);
  usePicks(box, onPick);
  if (text.error) return <Unread what="The article" error={text.error} onRetry={() => void text.refetch()} />;
  return (
    <div
      ref={box}
      role="region"
      aria-label="The article with everybody’s spans"
      tabIndex={0}
      className="quoted min-w-0 overflow-y-auto overscroll-contain rounded-lg border border-line bg-paper px-4 py-3 text-article/loose max-lg:max-h-[42dvh] md:px-8 lg:sticky lg:top-[calc(var(--bar-height)+1rem)] lg:h-[calc(100dvh-var(--bar-height)-2rem)]"
    >
      {text.data === undefined ? (
        <Loading label="Loading the article">
          <Skeleton lines={12} />
        </Loading>
      ) : (
        <Lines lines={lines} lang={desk.article.language} strokes={strokes} current={current} />
      )}
    </div>
  );
}

/** A click on tagged words goes to their place: the innermost. By keyboard one goes from place to place. */
function usePicks(box: RefObject<HTMLDivElement | null>, onPick: (place: string) => void) {
  const latest = useRef(onPick);
  useEffect(() => {
    latest.current = onPick;
  });
  useEffect(() => {
    const element = box.current;
    function pick(event: MouseEvent) {
      const hit = (event.target as Element).closest<HTMLElement>('[data-places]');
      const place = hit?.dataset.places?.split(' ').at(-1);
      if (place && document.getSelection()?.isCollapsed !== false) latest.current(place);
    }
    element?.addEventListener('click', pick);
    return () => element?.removeEventListener('click', pick);
  }, [box]);
}

interface LinesProps {
  lines: readonly Paragraph[];
  lang: string | null;
  strokes: readonly (readonly Stroke[])[];
  current: string | null;
}

function Lines({ lines, lang, strokes, current }: LinesProps) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const shown = shownOf(
    lines.map((_, index) => strokes[index]!.length > 0),
    opened,
  );
  return (
    <div className="mx-auto max-w-[66ch]">
      {shown.map((one) =>
        'at' in one ? (
          <Line
            key={lines[one.at]!.start}
            line={lines[one.at]!}
            lang={lang}
            strokes={strokes[one.at]!}
            current={current}
          />
        ) : (
          <p key={`gap ${one.from}`} className="my-3 border-y border-line py-1 text-center font-sans text-base">
            <Button variant="quiet" size="small" onClick={() => setOpened(new Set([...opened, one.from]))}>
              {one.count} paragraphs without tags
            </Button>
          </p>
        ),
      )}
    </div>
  );
}

type LineProps = Pick<LinesProps, 'lang' | 'current'> & { line: Paragraph; strokes: readonly Stroke[] };

function Line({ line, lang, strokes, current }: LineProps) {
  return (
    <p dir="auto" lang={lang ?? ''} className="min-h-[1lh] wrap-anywhere whitespace-pre-wrap">
      {piecesOf(line, strokes).map(({ start, end, people, places }) => (
        <span
          key={start}
          data-overlay-start={start}
          data-places={places.length ? places.join(' ') : undefined}
          style={
            people.length ? { background: linesUnder(people, current !== null && places.includes(current)) } : undefined
          }
          className={places.length > 0 ? 'cursor-pointer pb-3.5' : undefined}
        >
          {line.text.slice(start - line.start, end - line.start)}
        </span>
      ))}
    </p>
  );
}
