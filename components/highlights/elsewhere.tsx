'use client';
import { useState } from 'react';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/error-state';
import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import type { Tag } from '@/lib/highlights/highlight';
import { repeatIn } from './repeat-elsewhere';
import { useDesk } from './use-desk';

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** The other articles in which a mention's spelling stands untagged: each is tagged with one press, and taken back as one. */
export function Elsewhere({ tag }: { tag: Tag }) {
  const desk = useDesk();
  const close = () => desk.store.set({ elsewhere: null });
  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={`“${tag.nameAsCited}” in other articles`}>
      <Places tag={tag} />
    </Dialog>
  );
}

function Places({ tag }: { tag: Tag }) {
  const desk = useDesk();
  const { data, error, refetch } = useRead('listElsewhere', { id: tag.id });
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  if (error)
    return (
      <ErrorState title="The other articles could not be looked through" onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!data)
    return (
      <Loading label="Looking through the other articles">
        <Skeleton lines={3} />
      </Loading>
    );
  if (data.items.length === 0) return <p className="text-muted">This spelling stands in no other article untagged.</p>;
  return (
    <ul>
      {data.items.map(({ articleId, title, count }) => (
        <li key={articleId} className="flex items-center gap-3 border-b border-line py-1.5 last:border-b-0">
          <span className="min-w-0 flex-1 wrap-anywhere">
            <TextLink href={`/projects/${desk.place.projectId}/articles/${articleId}`}>{title}</TextLink>{' '}
            <span className="text-muted">{times(count)}</span>
          </span>
          <Button
            size="small"
            disabled={done.has(articleId)}
            aria-label={done.has(articleId) ? `Tagged in ${title}` : `Tag it in ${title}, ${times(count)}`}
            onClick={() =>
              void repeatIn(desk, tag, articleId, title).then(
                (taken) => taken && setDone(new Set([...done, articleId])),
              )
            }
          >
            {done.has(articleId) ? 'Tagged' : 'Tag it there'}
          </Button>
        </li>
      ))}
    </ul>
  );
}
