import { publishedWords } from '@/components/articles/published-date';
import { Badge } from '@/components/ui/badge';
import { ChangedWords } from '@/components/ui/changed-words';
import { TextLink } from '@/components/ui/text-link';
import type { Article } from '@/lib/articles/article';
import type { EchoSpan } from '@/lib/echoes/echo';

interface EchoSideProps {
  projectId: string;
  span: EchoSpan;
  /** The same passage as the other article has it. */
  other: EchoSpan;
  /** The side that stands in front: its own words are what went, the other's what came. */
  show: 'before' | 'after';
  first: boolean;
}

/** One article's wording of a shared passage, the words that differ marked, under outlet, title and date. */
export function EchoSide({ projectId, span, other, show, first }: EchoSideProps) {
  const [before, after] = show === 'before' ? [span.quote, other.quote] : [other.quote, span.quote];
  return (
    <div className="min-w-0">
      <p className="text-sm text-muted wrap-anywhere">
        {span.publisher ?? 'Publisher not known'} · {publishedWords(span.published as Article['published'])}{' '}
        {first ? <Badge>first by date</Badge> : null} {span.retracted ? <Badge tone="bad">retracted</Badge> : null}
      </p>
      <p className="mb-1.5 wrap-anywhere">
        <TextLink href={`/projects/${projectId}/articles/${span.articleId}?at=${span.start}-${span.end}`}>
          {span.title}
        </TextLink>
      </p>
      <blockquote lang={span.language ?? ''} dir="auto" className="quoted border-s-2 border-line ps-3 text-md">
        <ChangedWords before={before} after={after} show={show} />
      </blockquote>
    </div>
  );
}
