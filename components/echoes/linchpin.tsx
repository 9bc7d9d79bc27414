'use client';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import type { AnswerOf } from '@/lib/api/client';
import { Figures } from './figures';

const reads = {
  article: 'findArticleLinchpin',
  entity: 'findEntityLinchpin',
  publisher: 'findPublisherLinchpin',
} as const;
const goes = {
  article: 'If this article is retracted',
  entity: 'If nothing that is said here counts',
  publisher: 'If nothing of this publisher counts',
} as const;

type Fate = AnswerOf<'findArticleLinchpin'>['items'][number];
/** “1 claim loses all support, 2 approvals go stale, 1 claim rests on less”: what there is of these. */
function inShort(items: readonly Fate[]): string {
  const told: [count: number, one: string, many: string][] = [
    [items.filter(({ falls }) => falls).length, 'claim loses all support', 'claims lose all support'],
    [items.filter(({ stale }) => stale).length, 'approval goes stale', 'approvals go stale'],
    [items.filter(({ falls, stale }) => !falls && !stale).length, 'claim rests on less', 'claims rest on less'],
  ];
  return told.flatMap(([count, one, many]) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`])).join(', ');
}

interface LinchpinProps {
  projectId: string;
  of: keyof typeof reads;
  id: string;
}

/** What hangs on an article, a speaker or a publisher: claims that fall, approvals that go stale, and what would be left. */
export function Linchpin({ projectId, of, id }: LinchpinProps) {
  const { data, error, refetch } = useRead(reads[of], { id });
  if (error) return <Unread what="What hangs on it" error={error} onRetry={() => void refetch()} />;
  // Above an article's text the line is there from the first: the words must not move under whoever tags the first of them.
  if (!data?.items.length)
    return of === 'article' ? (
      <p className="min-h-6 text-muted">{data && 'No claim rests on this article yet.'}</p>
    ) : null;
  return (
    <section aria-label={goes[of]}>
      <Disclosure summary={`${goes[of]}: ${inShort(data.items)}`}>
        <ul className="flex flex-col gap-2">
          {data.items.map(({ claim, before, after, falls, stale }) => (
            <li key={claim.id} className="min-w-0 border-s-2 border-line ps-3 wrap-anywhere">
              <TextLink href={`/projects/${projectId}/claims/${claim.id}`}>{claim.statement}</TextLink>{' '}
              {stale ? <Badge tone="warn">approval goes stale</Badge> : null}{' '}
              {falls ? <Badge tone="bad">no support left</Badge> : null}
              <p className="text-sm text-muted">
                <Figures {...before} /> → <Figures {...after} />
              </p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
