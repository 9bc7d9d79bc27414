import Link from 'next/link';
import { publishedWords } from '@/components/articles/published-date';
import type { Article } from '@/lib/articles/article';
import { Section } from './section';

/** The article to open next, and why. */
export function AnArticle({ article }: { article: Article }) {
  const { title, language, publisher, published, counts } = article;
  const why =
    counts.unreviewed > 0
      ? `${counts.unreviewed === 1 ? '1 tag' : `${counts.unreviewed} tags`} not reviewed`
      : counts.tags === 0
        ? 'nobody has tagged it yet'
        : `${counts.tags === 1 ? '1 tag' : `${counts.tags} tags`} so far`;
  return (
    <Section title="An article to read">
      <Link
        href={`/projects/${article.projectId}/articles/${article.id}`}
        dir="auto"
        lang={language ?? ''}
        className="quoted rounded-sm text-xl text-pretty wrap-anywhere hover:underline"
      >
        {title}
      </Link>
      <p className="text-muted">
        {[publisher?.name, publishedWords(published)].filter(Boolean).join(', ')} · {why}
      </p>
    </Section>
  );
}
