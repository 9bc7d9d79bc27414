'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useRead } from '@/components/live/use-read';
import { Kbd } from '@/components/ui/kbd';
import { TextLink } from '@/components/ui/text-link';
import { useKeys } from '@/components/ui/use-keys';
import type { Claim } from '@/lib/claims/claim';
import { claimHref } from '@/lib/threads/place';
import { nextWaiting } from './next-waiting';

const NONE: readonly Claim[] = [];
/** More than anybody decides in a row; beyond it the queue is read again from its beginning. */
const IN_LINE = 20;

/** The way from one decision to the next, for whoever decides on claims: nothing where nothing else waits for them. */
export function WaitsNext({ claim: { id, projectId } }: { claim: Claim }) {
  const router = useRouter();
  const queue = useRead('findReviewQueue', { projectId }, { kind: 'claims', limit: IN_LINE });
  const claims = queue.data?.claims ?? NONE;
  const ids = claims.map((claim) => claim.id);
  const [line, setLine] = useState<readonly string[]>([]);
  if (ids.includes(id) && ids.join() !== line.join()) setLine(ids);
  const next = claims.find((claim) => claim.id === nextWaiting(line, ids, id));
  const href = next && claimHref(projectId, next.id);
  const go = () => href && router.push(href);
  useKeys('This claim', [{ id: 'claim.next', key: 'n', label: 'The next claim that waits for a verdict', run: go }], {
    enabled: href !== undefined,
  });
  if (!href) return null;
  const others = queue.data!.counts.claims - (ids.includes(id) ? 1 : 0);
  return (
    <div className="border-t border-line pt-3 text-sm">
      <h2 className="text-muted">{others === 1 ? 'One more waits' : `${others} more wait`} for a verdict</h2>
      <p className="mt-1 flex items-start gap-2">
        <TextLink href={href} className="line-clamp-2 min-w-0 wrap-anywhere">
          Next: {next.statement}
        </TextLink>
        <Kbd keys="n" command="claim.next" />
      </p>
    </div>
  );
}
