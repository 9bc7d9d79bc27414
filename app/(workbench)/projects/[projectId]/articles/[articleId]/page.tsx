import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import { preload } from 'react-dom';
import { ArticleReader } from '@/components/articles/article-reader';
import { Hydrate } from '@/components/live/hydrate';
import { keyOf } from '@/lib/api/client';
import { findArticle } from '@/lib/articles/queries';
import { idsOf, readPage } from '@/lib/auth/page';
import { notFound } from '@/lib/core/errors';
import { listHighlights } from '@/lib/highlights/queries';
import { listRounds } from '@/lib/rounds/queries';

type Props = { params: Promise<{ projectId: string; articleId: string }> };

// More than a page of highlights is left to the reader, which shows the first before the last are read.
const WITH_PAGE = 300;

// What comes with a page that is walked to, the router keeps for as long as the tab lives: only a page that is loaded brings its highlights.
const isLoaded = async () => (await headers()).get('sec-fetch-dest') === 'document';

// Once a request, for the title and for the page.
const readArticle = cache((projectId: string, articleId: string) =>
  readPage(async (ctx) => {
    const article = await findArticle(ctx, articleId);
    if (article.projectId !== projectId) throw notFound();
    const few = article.counts.highlights <= WITH_PAGE && (await isLoaded());
    return {
      article,
      highlights: few ? await listHighlights(ctx, articleId) : null,
      rounds: await listRounds(ctx, projectId),
    };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { projectId, articleId } = await idsOf(params);
  return { title: (await readArticle(projectId, articleId)).article.title };
}

export default async function ArticlePage({ params }: Props) {
  const { projectId, articleId } = await idsOf(params);
  const { article, highlights, rounds } = await readArticle(projectId, articleId);
  // The text is fetched by the browser, early: HTML would lose its line ends and shift every offset.
  preload(`/api/v1/articles/${articleId}/text?version=${article.version.number}`, {
    as: 'fetch',
    crossOrigin: 'anonymous',
  });
  // A round that is open is said above the text: said late, it would move the words that somebody is selecting.
  const isBlind = rounds.items.some(({ blind, status }) => blind && status === 'open');
  return (
    <Hydrate
      answers={[
        [keyOf('findArticle', { id: articleId }), article],
        ...(isBlind ? [[keyOf('listRounds', { projectId }), rounds] as const] : []),
        ...(highlights ? [[keyOf('listHighlights', { id: articleId }), highlights] as const] : []),
      ]}
    >
      <ArticleReader projectId={projectId} articleId={articleId} />
    </Hydrate>
  );
}
