'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { Loading } from '@/components/ui/loading';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { AnArticle } from './an-article';
import { FirstSteps } from './first-steps';
import { InDispute } from './in-dispute';
import { articleToRead, disputed, FEW } from './picks';
import { SinceThen } from './since-then';
import { YourQueue } from './your-queue';

/** Where to begin: what is argued about, what waits, what to read, what happened; the first steps where there is nothing yet. */
export function StartDesk({ projectId }: { projectId: string }) {
  const { me, project, may } = useHere(projectId);
  const claims = useRead('listClaims', { projectId }, { limit: FEW });
  const articles = useRead('listArticles', { projectId }, { limit: FEW });
  const error = claims.error ?? articles.error;
  if (error)
    return (
      <Unread
        what="This project"
        error={error}
        onRetry={() => {
          void claims.refetch();
          void articles.refetch();
        }}
      />
    );
  if (!claims.data || !articles.data)
    return (
      <Loading label="Loading" className="flex flex-col gap-6">
        <Skeleton className="h-8 w-2/3" />
        <Skeleton lines={6} />
      </Loading>
    );
  if (articles.data.items.length === 0 && claims.data.items.length === 0) return <FirstSteps projectId={projectId} />;
  const claim = disputed(claims.data.items);
  const article = articleToRead(articles.data.items);
  return (
    <div className="flex max-w-5xl flex-col gap-8">
      {project?.demo && (
        <Notice>Written for this demo after public reporting. Outlets, bylines and dates are made up.</Notice>
      )}
      {claim && <InDispute claim={claim} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 md:grid-cols-2">
        {may('tag.review') === true && <YourQueue projectId={projectId} />}
        {article && <AnArticle article={article} />}
      </div>
      <SinceThen projectId={projectId} userId={me.id} />
    </div>
  );
}
