'use client';
import { useRead } from '@/components/live/use-read';
import { ErrorState } from '@/components/ui/error-state';
import type { Person } from '@/lib/core/words';
import type { Project } from '@/lib/members/member';
import { Reader } from './reader';

interface ArticleReaderProps {
  project: Project;
  articleId: string;
  me: Person;
}

/** The page of an article. A new version of the text is another desk. */
export function ArticleReader({ project: given, articleId, me }: ArticleReaderProps) {
  const { data: project = given } = useRead('findProject', { projectId: given.id });
  const { data, error, refetch } = useRead('findArticle', { id: articleId });
  if (error && !data) {
    return (
      <ErrorState title="The article could not be loaded" onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  return data ? <Reader key={`${data.id} ${data.version.number}`} project={project} article={data} me={me} /> : null;
}
