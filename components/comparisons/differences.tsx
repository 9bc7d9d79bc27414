'use client';
import { Unread } from '@/components/live/unread';
import { usePages } from '@/components/live/use-pages';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Skeleton } from '@/components/ui/skeleton';
import type { Agreement } from '@/lib/comparisons/comparison';
import { questionWords } from './agreement-words';
import { DifferenceItem } from './difference-item';
import type { AgreementFilterSet } from './use-agreement-filters';

interface DifferencesProps {
  projectId: string;
  agreement: Agreement;
  filters: AgreementFilterSet;
}

/** The very words and claims on which two differ, in reading order, by what they differ on. */
export function Differences({ projectId, agreement, filters }: DifferencesProps) {
  const { narrowing, question, ask } = filters;
  const pages = usePages('listDifferences', { projectId }, { ...narrowing, question, limit: 50 });
  // What is asked for stays in reach, also when nobody differs on it any more.
  const kinds = agreement.overall.shares.filter((share) => share.of > share.agreed || share.question === question);
  return (
    <section aria-labelledby="differences" className="flex min-w-0 flex-col gap-2">
      <h2 id="differences" tabIndex={-1} className="text-lg font-semibold">
        Where we differ
      </h2>
      {kinds.length > 0 && (
        <div className="flex flex-wrap gap-2" role="group" aria-label="What we differ on">
          {kinds.map(({ question: one, agreed, of }) => (
            <Chip
              key={one}
              pressed={question === one}
              count={of - agreed}
              onClick={() => ask(question === one ? null : one)}
            >
              {questionWords[one].other}
            </Chip>
          ))}
        </div>
      )}
      {pages.error ? (
        <Unread what="The differences" error={pages.error} onRetry={() => void pages.refetch()} />
      ) : pages.loading ? (
        <Skeleton lines={6} />
      ) : pages.rows.length === 0 ? (
        <p className="py-2 text-muted">
          {question ? `Nobody differs on this: ${questionWords[question].other}.` : 'Nobody differs on anything here.'}
        </p>
      ) : (
        <ol className="border-t border-line">
          {pages.rows.map((one) => (
            <li key={keyOf(one)}>
              <DifferenceItem projectId={projectId} difference={one} />
            </li>
          ))}
        </ol>
      )}
      {pages.more && (
        <div>
          <Button onClick={pages.more}>Show more</Button>
        </div>
      )}
    </section>
  );
}

type Row = ReturnType<typeof usePages<'listDifferences'>>['rows'][number];
const keyOf = (one: Row) =>
  one.about === 'claim'
    ? `${one.claim.id} ${one.a.id} ${one.b.id}`
    : `${one.ofA?.tagId} ${one.ofB?.tagId} ${one.a.id} ${one.b.id}`;
