import type { Metadata } from 'next';
import { ArticleReader } from '@/components/articles/article-reader';
import { Hydrate } from '@/components/live/hydrate';
import { keyOf } from '@/lib/api/client';
import { findArticle } from '@/lib/articles/queries';
import { idsOf, readPage } from '@/lib/auth/page';
import { notFound } from '@/lib/core/errors';
import { listHighlights } from '@/lib/highlights/queries';
import { findProject } from '@/lib/members/queries';

type Props = { params: Promise<{ projectId: string; articleId: string }> };

// More than a page of highlights is left to the reader, which shows the first before the last are read.
const WITH_PAGE = 300;

export const metadata: Metadata = { title: 'Article' };

export default async function ArticlePage({ params }: Props) {
  const { projectId, articleId } = await idsOf(params);
  const { project, article, highlights, me } = await readPage(async (ctx) => {
    const found = await findArticle(ctx, articleId);
    if (found.projectId !== projectId) throw notFound();
    return {
      project: await findProject(ctx, projectId),
      article: found,
      highlights: found.counts.highlights > WITH_PAGE ? null : await listHighlights(ctx, articleId),
      me: { id: ctx.actor.userId, name: ctx.actor.name },
    };
  });
  // The text itself is fetched by the browser: HTML would lose its line ends and shift every offset.
  return (
    <Hydrate
      answers={[
        [keyOf('findArticle', { id: articleId }), article],
        ...(highlights ? [[keyOf('listHighlights', { id: articleId }), highlights] as const] : []),
      ]}
    >
      <ArticleReader project={project} articleId={articleId} me={me} />
    </Hydrate>
  );
}
