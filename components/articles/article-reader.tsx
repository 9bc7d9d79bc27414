'use client';
import { NotHere } from '@/components/activity/not-here';
import { useRead } from '@/components/live/use-read';
import { ErrorState } from '@/components/ui/error-state';
import { Reader } from './reader';

/** The page of an article. A new version of the text is another desk. What the frame has read already is not handed over again: the router keeps what it is handed. */
export function ArticleReader({ projectId, articleId }: { projectId: string; articleId: string }) {
  const { data: project } = useRead('findProject', { projectId });
  const { data: me } = useRead('findMe', {});
  const { data, error, refetch } = useRead('findArticle', { id: articleId });
  if (error?.code === 'not-found') return <NotHere what="This article" list="articles" />;
  // What could only not be read again stays, and says no error; this is no more for whoever reads it.
  if (error) {
    return (
      <ErrorState title="The article could not be loaded" onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (!data || !project || !me) return null;
  return <Reader key={`${data.id} ${data.version.number}`} project={project} article={data} me={me} />;
}
