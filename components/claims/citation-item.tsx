'use client';
import { MessageSquare } from 'lucide-react';
import { CarriedLine } from '@/components/articles/carried-line';
import { SourceLine } from '@/components/articles/source-line';
import type { Grading } from '@/components/grades/use-grading';
import { Translation } from '@/components/highlights/translation';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { ConfidenceMeter } from '@/components/ui/confidence-meter';
import { CopyButton } from '@/components/ui/copy-button';
import { Quote } from '@/components/ui/quote';
import { ReviewBadge } from '@/components/ui/review-badge';
import { StanceMark } from '@/components/ui/stance-mark';
import { PersonName } from '@/components/ui/person-name';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { quoteCitation } from './citation-text';
import { wordsAfter, wordsBefore } from './context-words';
import type { Passage } from './evidence';
import { SaidBy } from './said-by';

interface CitationItemProps {
  projectId: string;
  passage: Passage;
  /** Null where the project does not grade. */
  grading: Grading | null;
  /** Came after the approval. */
  isNew?: boolean;
  /** Names the stance, where the heading does not. */
  showStance?: boolean;
}

/** One citation: the words, who says them, where they stand, who tagged them and what colleagues said of it. */
export function CitationItem({ projectId, passage, grading, isNew, showStance }: CitationItemProps) {
  const { shown, tags } = passage;
  const { highlight, article } = shown;
  return (
    <article
      data-citation={passage.key}
      aria-label={`Citation from ${article.publisher ?? article.title}`}
      className="flex flex-col gap-1.5 border-t border-line py-4 first:border-t-0"
    >
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        {showStance && shown.stance && <StanceMark stance={shown.stance} denies={shown.denies} />}
        {isNew && <Badge tone="accent">new since approval</Badge>}
        {highlight.orphaned !== null && <Badge tone="warn">words gone: {highlight.orphaned}</Badge>}
      </div>
      <Quote
        block
        lang={article.language}
        before={wordsBefore(highlight.prefix, highlight.start)}
        after={wordsAfter(highlight.suffix)}
        className="wrap-anywhere"
      >
        {highlight.quote}
      </Quote>
      {highlight.translation && <Translation inset translation={highlight.translation} />}
      <div className="ps-3.5 empty:hidden">
        <CarriedLine projectId={projectId} highlight={highlight} lang={article.language} />
      </div>
      <SaidBy projectId={projectId} tag={shown} others={tags} grading={grading} />
      <SourceLine
        projectId={projectId}
        article={article}
        highlightId={highlight.id}
        grades={grading !== null && shown.speaker !== null}
      />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
        <ul className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
          {tags.map((tag) => (
            <Tagged key={tag.id} tag={tag} />
          ))}
        </ul>
        <div className="-mx-2 flex items-center sm:ml-0">
          <Discuss projectId={projectId} tag={shown} />
          <CopyButton text={() => quoteCitation(shown)}>Copy as citation</CopyButton>
        </div>
      </div>
    </article>
  );
}

function Discuss({ projectId, tag }: { projectId: string; tag: QuotedTag }) {
  const href = `/projects/${projectId}/articles/${tag.articleId}?highlight=${tag.highlightId}&tag=${tag.id}`;
  return (
    <ButtonLink
      href={href}
      variant="quiet"
      size="small"
      prefetch={false}
      icon={<MessageSquare size={14} aria-hidden />}
    >
      {tag.openThreads > 0 ? `${tag.openThreads} open` : 'Discuss'}
    </ButtonLink>
  );
}

/** Whose tag it is, how sure they are of it, and what the reviews came to. */
function Tagged({ tag }: { tag: QuotedTag }) {
  return (
    <li className="flex flex-col">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        <Avatar name={tag.author.name} id={tag.author.id} size="small" decorative />
        <PersonName person={tag.author} />
        {tag.externalAuthor && <PersonName person={{ name: tag.externalAuthor, external: true }} before="for" />}
        {tag.proposedBy && <span className="text-sm">as proposed by {tag.proposedBy.name}</span>}
        <ConfidenceMeter value={tag.confidence} />
        <ReviewBadge state={tag.reviewState} />
        {tag.reviews.length > 0 && (
          <span className="text-sm">by {tag.reviews.map(({ reviewer }) => reviewer.name).join(', ')}</span>
        )}
        {tag.madeOn && <span className="text-sm wrap-anywhere">for the wording “{tag.madeOn.words}”</span>}
      </span>
      {tag.note && <span className="ps-7 text-muted wrap-anywhere">{tag.note}</span>}
    </li>
  );
}
