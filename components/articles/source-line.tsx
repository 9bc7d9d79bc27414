import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import type { Article } from '@/lib/articles/article';
import { markWords, type Mark } from '@/lib/grades/mark';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { publishedWords } from './published-date';

interface SourceLineProps {
  projectId: string;
  article: QuotedTag['article'];
  /** Opens the article at these words. */
  highlightId: string;
  /** Whether the project grades its sources. */
  grades?: boolean;
}

/** Where quoted words stand: outlet, title, date, grade; the title opens the article at the words. */
export function SourceLine({ projectId, article, highlightId, grades = false }: SourceLineProps) {
  const { id, title, publisher, published, reliability, retracted } = article;
  return (
    <p className="text-muted wrap-anywhere">
      {publisher ?? 'Publisher not known'}
      {grades && reliability && (
        <>
          {' '}
          <Badge title={`Reliability ${reliability}: ${markWords[reliability as Mark].toLowerCase()}`}>
            {reliability}
          </Badge>
        </>
      )}
      {' · '}
      <TextLink href={`/projects/${projectId}/articles/${id}?highlight=${highlightId}`}>{title}</TextLink>
      {' · '}
      <span className="whitespace-nowrap">{publishedWords(published as Article['published'])}</span>
      {retracted && (
        <>
          {' '}
          <Badge tone="bad">retracted</Badge>
        </>
      )}
    </p>
  );
}
