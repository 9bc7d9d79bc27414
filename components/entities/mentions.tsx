'use client';
import { SourceLine } from '@/components/articles/source-line';
import { wordsAfter, wordsBefore } from '@/components/claims/context-words';
import { Translation } from '@/components/highlights/translation';
import { Button } from '@/components/ui/button';
import { ConfidenceMeter } from '@/components/ui/confidence-meter';
import { Quote } from '@/components/ui/quote';
import { ReviewBadge } from '@/components/ui/review-badge';
import type { QuotedTag } from '@/lib/highlights/highlight';

interface MentionsProps {
  projectId: string;
  mentions: readonly QuotedTag[];
  total: number;
  grades: boolean;
  more: (() => void) | null;
}

/** Every mention as cited, in its sentence, with its article. */
export function Mentions({ projectId, mentions, total, grades, more }: MentionsProps) {
  return (
    <section aria-labelledby="mentions" className="flex flex-col gap-2">
      <h2 id="mentions" className="text-lg font-semibold">
        Mentions <span className="text-base font-normal text-muted">{total}</span>
      </h2>
      {mentions.length === 0 && (
        <p className="text-muted">Nobody has tagged it yet. Select its name in an article and press E.</p>
      )}
      <ul>
        {mentions.map((tag) => (
          <li key={tag.id} className="flex flex-col gap-1 border-b border-line py-3">
            <Quote
              block
              lang={tag.article.language}
              before={wordsBefore(tag.highlight.prefix, tag.highlight.start)}
              after={wordsAfter(tag.highlight.suffix)}
              className="text-md wrap-anywhere"
            >
              <mark className="bg-transparent font-semibold text-ink">{tag.highlight.quote}</mark>
            </Quote>
            {tag.highlight.translation && <Translation inset translation={tag.highlight.translation} />}
            <SourceLine projectId={projectId} article={tag.article} highlightId={tag.highlightId} grades={grades} />
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
              {tag.author.name}
              <ConfidenceMeter value={tag.confidence} />
              <ReviewBadge state={tag.reviewState} />
              {tag.highlight.orphaned !== null && (
                <span className="text-warn">words gone: {tag.highlight.orphaned}</span>
              )}
              {tag.madeOn && <span className="wrap-anywhere">tagged as {tag.madeOn.words}</span>}
              {tag.note && <span className="wrap-anywhere">{tag.note}</span>}
            </p>
          </li>
        ))}
      </ul>
      {more && (
        <Button className="self-start" onClick={more}>
          Show more mentions
        </Button>
      )}
    </section>
  );
}
