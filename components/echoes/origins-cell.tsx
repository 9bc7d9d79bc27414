'use client';
import { useRead } from '@/components/live/use-read';
import { Figures } from './figures';

/**
 * A claim's headline figure in a list. The figures of all claims in view are one read: each cell asks for the same page and picks
 * its own.
 */
export function OriginsCell({ projectId, claimId, page }: { projectId: string; claimId: string; page: string }) {
  const { data } = useRead('listCorroboration', { projectId }, { claimIds: page });
  const own = data?.items.find((item) => item.claimId === claimId);
  if (!own || own.articles === 0) return <span className="text-faint">–</span>;
  return (
    <span title={`${own.articles} · ${own.origins} · ${own.unsourced}`}>
      {own.headline}
      <span className="sr-only">
        : <Figures {...own} />
      </span>
    </span>
  );
}
