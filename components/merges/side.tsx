'use client';
import { usePages } from '@/components/live/use-pages';
import { useRead } from '@/components/live/use-read';
import { ClaimStatusBadge } from '@/components/ui/claim-status-badge';
import { entityLook } from '@/components/ui/entity-look';
import { EntityMark } from '@/components/ui/entity-mark';
import { Quote } from '@/components/ui/quote';
import { Skeleton } from '@/components/ui/skeleton';
import type { QuotedTag } from '@/lib/highlights/highlight';
import type { Kind, Thing } from '@/lib/merges/merge';

const EXAMPLES = 3;
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** One of two that may be one: what it is called, how often it is cited, and some of the words. */
export function Side({ kind, thing }: { kind: Kind; thing: Thing }) {
  return kind === 'entity' ? <EntitySide id={thing.id} /> : <ClaimSide id={thing.id} />;
}

function EntitySide({ id }: { id: string }) {
  const { data } = useRead('findEntity', { id });
  const mentions = usePages('listMentions', { id }, { limit: EXAMPLES });
  if (!data) return <Skeleton lines={3} />;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <EntityMark type={data.type} decorative />
        {entityLook(data.type).word} · {counted(data.mentionCount, 'mention', 'mentions')} in{' '}
        {counted(data.articleCount, 'article', 'articles')}
      </p>
      {data.aliases.length > 0 && (
        <p className="text-sm wrap-anywhere">
          <span className="text-muted">Also written</span> {data.aliases.join(', ')}
        </p>
      )}
      {data.description && <p className="text-sm wrap-anywhere text-muted">{data.description}</p>}
      <Words tags={mentions.rows} />
    </div>
  );
}

function ClaimSide({ id }: { id: string }) {
  const { data } = useRead('findClaim', { id });
  const citations = usePages('listCitations', { id }, { limit: EXAMPLES });
  if (!data) return <Skeleton lines={3} />;
  const { supports, contradicts } = data.citations;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <ClaimStatusBadge status={data.status} />
        {supports} for, {contradicts} against, in {counted(data.articleCount, 'article', 'articles')}
      </p>
      <Words tags={citations.rows} />
    </div>
  );
}

function Words({ tags }: { tags: readonly QuotedTag[] }) {
  if (tags.length === 0) return <p className="text-sm text-faint">Not cited yet.</p>;
  return (
    <ul className="flex flex-col gap-1">
      {tags.slice(0, EXAMPLES).map((tag) => (
        <li key={tag.id} className="min-w-0">
          <Quote lang={tag.article.language} className="wrap-anywhere">
            {tag.highlight.quote}
          </Quote>{' '}
          <span className="text-sm text-faint">{tag.article.title}</span>
        </li>
      ))}
    </ul>
  );
}
