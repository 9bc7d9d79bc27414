'use client';
import clsx from 'clsx';
import { useEffect, useRef, type ReactNode } from 'react';
import { SourceLine } from '@/components/articles/source-line';
import { Translation } from '@/components/highlights/translation';
import { Checkbox } from '@/components/ui/checkbox';
import { ConfidenceMeter } from '@/components/ui/confidence-meter';
import { Quote } from '@/components/ui/quote';
import { ReviewBadge } from '@/components/ui/review-badge';
import { PersonName } from '@/components/ui/person-name';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { wordsAround } from './paragraph';

interface MentionLineProps {
  projectId: string;
  tag: QuotedTag;
  ticked: boolean;
  onTick: () => void;
  /** The one that keys act on. */
  current: boolean;
  onCurrent: () => void;
  /** Below it: a reason or a fix being asked for, what went wrong. */
  children?: ReactNode;
}

/** One mention in its place, to be ticked or not. */
export function MentionLine({ projectId, tag, ticked, onTick, current, onCurrent, children }: MentionLineProps) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { highlight, article } = tag;
  return (
    <li
      ref={line}
      onPointerDown={onCurrent}
      onFocus={onCurrent}
      aria-current={current || undefined}
      className={clsx('scroll-mb-24 rounded-sm px-2 py-2', current && 'bg-press [&_.text-faint]:text-muted')}
    >
      <div className="flex gap-3">
        <div className="pt-1">
          <Checkbox checked={ticked} onCheckedChange={onTick} label={`Accept the mention in ${article.title}`} />
        </div>
        <div className={clsx('min-w-0 flex-1', !ticked && 'opacity-65')}>
          <Quote block lang={article.language} {...wordsAround(highlight)} className="text-lg wrap-anywhere">
            <mark className="rounded-sm bg-accent-soft text-ink">{highlight.quote}</mark>
          </Quote>
          {highlight.translation && <Translation inset translation={highlight.translation} />}
          <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <SourceLine projectId={projectId} article={article} highlightId={highlight.id} />
            <span className="text-muted">
              by <PersonName person={tag.author} />
            </span>
            <ConfidenceMeter value={tag.confidence} />
            {tag.reviewState === 'contested' && <ReviewBadge state="contested" />}
          </div>
          {tag.note && <p className="mt-1 wrap-anywhere">{tag.note}</p>}
        </div>
      </div>
      {children && <div className="ms-7 mt-2">{children}</div>}
    </li>
  );
}
