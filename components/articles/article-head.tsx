import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import { Time } from '@/components/ui/time';
import type { Article } from '@/lib/articles/article';
import { markWords } from '@/lib/grades/mark';
import { ArticleMarking } from './article-marking';
import { OriginalLink } from './original-link';
import { publishedWords } from './published-date';

const kinds = {
  article: 'Article',
  document: 'Document',
  post: 'Post',
  transcript: 'Transcript',
  interview: 'Interview note',
} as const;

function Relays({ relays }: Pick<Article, 'relays'>) {
  if (!relays) return null;
  return (
    <span>
      relays {relays.publisher?.name ?? 'another report'}
      {relays.note ? `: ${relays.note}` : null}
    </span>
  );
}

/** What is known of the article: title, outlet, date; blank is shown as blank. */
export function ArticleHead({ article, grades }: { article: Article; grades: boolean }) {
  const { id, projectId, title, language, publisher, published, kind, url, relays, version } = article;
  return (
    <header className="article-text pt-8 pb-5">
      <h1 dir="auto" lang={language ?? ''} className="text-2xl leading-snug font-semibold text-balance wrap-anywhere">
        {title}
      </h1>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-2 gap-y-1 font-sans text-base text-muted">
        <span className="font-medium text-ink">{publisher?.name ?? 'Publisher not known'}</span>
        {grades && publisher?.reliability ? (
          <Badge title={`Reliability of the publisher: ${markWords[publisher.reliability].toLowerCase()}`}>
            {publisher.reliability}
          </Badge>
        ) : null}
        <span>{publishedWords(published)}</span>
        {kind === 'article' ? null : <span>{kinds[kind]}</span>}
        <Relays relays={relays} />
        {url ? (
          <a href={url} rel="noreferrer" className="max-w-64 truncate text-accent hover:underline">
            {new URL(url).host}
          </a>
        ) : null}
        <span className="text-faint">
          <TextLink href={`/projects/${projectId}/articles/${id}/versions`}>version {version.number}</TextLink>,
          retrieved <Time at={version.retrievedAt} detail="date" />
        </span>
        <ArticleMarking article={article} />
        {version.original ? <OriginalLink articleId={article.id} version={version} /> : null}
      </p>
    </header>
  );
}
