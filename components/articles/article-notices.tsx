'use client';
import { LostWords } from '@/components/highlights/lost-words';
import { useKeptDrafts } from '@/components/highlights/use-kept-drafts';
import { BlindBanner } from '@/components/rounds/blind-banner';
import { Button } from '@/components/ui/button';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { Problem } from '@/lib/api/client';
import type { Article } from '@/lib/articles/article';
import { useOnline } from './use-online';

const refusedDrafts = late(() => import('@/components/highlights/refused-drafts').then((file) => file.RefusedDrafts));
const linchpin = late(() => import('@/components/echoes/linchpin').then((file) => file.Linchpin));

interface ArticleNoticesProps {
  article: Article;
  /** Why the tags could not be read. */
  problem: Problem | null;
  onRetry: () => void;
}

/** What has to be known before reading on: retracted, offline, not saved, words that are gone. */
export function ArticleNotices({ article: { id, projectId, retracted }, problem, onRetry }: ArticleNoticesProps) {
  const online = useOnline();
  const text = useKeptDrafts();
  return (
    <div className="flex max-w-prose flex-col gap-2 not-empty:pb-5">
      {retracted ? (
        <Notice tone="warn" title="Retracted">
          {retracted.reason} <Time at={retracted.at} detail="date" />
        </Notice>
      ) : null}
      <BlindBanner projectId={projectId} of="article" id={id} />
      {online ? null : (
        <Notice tone="warn" title="You are offline">
          You can read on. What you tag now cannot be saved; the composer keeps it until it can.
        </Notice>
      )}
      {problem ? (
        <Notice
          tone="bad"
          title="The tags could not be loaded"
          action={
            <Button size="small" onClick={onRetry}>
              Try again
            </Button>
          }
        >
          {problem.message}
        </Notice>
      ) : null}
      <LatePart of={refusedDrafts} wanted={false} with={{ text }} />
      <LostWords />
      {retracted ? null : (
        <LatePart
          of={linchpin}
          wanted={false}
          with={{ projectId, of: 'article', id }}
          loading={<p className="min-h-6" />}
        />
      )}
    </div>
  );
}
