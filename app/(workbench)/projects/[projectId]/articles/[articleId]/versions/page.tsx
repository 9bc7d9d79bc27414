import type { Metadata } from 'next';
import { VersionsPage } from '@/components/articles/versions-page';
import { Hydrate } from '@/components/live/hydrate';
import { keyOf } from '@/lib/api/client';
import { findArticle, listVersions } from '@/lib/articles/queries';
import { idsOf, readPage } from '@/lib/auth/page';
import { notFound } from '@/lib/core/errors';
import { findProject } from '@/lib/members/queries';

type Props = { params: Promise<{ projectId: string; articleId: string }> };

export const metadata: Metadata = { title: 'Versions' };

export default async function Versions({ params }: Props) {
  const { projectId, articleId } = await idsOf(params);
  const { project, article, versions, me } = await readPage(async (ctx) => {
    const found = await findArticle(ctx, articleId);
    if (found.projectId !== projectId) throw notFound();
    return {
      project: await findProject(ctx, projectId),
      article: found,
      versions: await listVersions(ctx, articleId),
      me: ctx.actor.userId,
    };
  });
  return (
    <Hydrate
      answers={[
        [keyOf('findArticle', { id: articleId }), article],
        [keyOf('listVersions', { id: articleId }), versions],
      ]}
    >
      <VersionsPage project={project} articleId={articleId} me={me} />
    </Hydrate>
  );
}
