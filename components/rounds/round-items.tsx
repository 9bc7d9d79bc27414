import { FileText, Scale } from 'lucide-react';
import { DifferencesLink } from '@/components/adjudications/differences-link';
import { TextLink } from '@/components/ui/text-link';
import type { RoundPage } from '@/lib/rounds/round';

const done = ({ type, mine }: RoundPage['items'][number]) => {
  if (type === 'claim') return mine ? 'judged' : 'not judged';
  if (mine === 0) return 'no tags of yours';
  return mine === 1 ? '1 tag of yours' : `${mine} tags of yours`;
};

/** What the round is about, with how far one is oneself, where one takes part. */
export function RoundItems({ round, mine }: { round: RoundPage; mine: boolean }) {
  const begun = round.items.filter((item) => item.mine > 0).length;
  return (
    <section aria-labelledby="items">
      <h2 id="items" className="mb-2 flex items-baseline gap-2 font-semibold">
        {round.claimIds.length === 0 ? 'Articles' : round.articleIds.length === 0 ? 'Claims' : 'Articles and claims'}
        {mine ? (
          <span className="text-sm font-normal text-muted tabular-nums">
            {begun} of {round.items.length} begun
          </span>
        ) : null}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {round.items.map((item) => {
          const Icon = item.type === 'article' ? FileText : Scale;
          return (
            <li key={item.id} className="flex min-h-10 flex-wrap items-center gap-x-2.5 gap-y-0.5 py-1.5">
              <Icon size={15} aria-hidden className="shrink-0 text-faint" />
              <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
                {item.gone ? (
                  <span className="text-muted line-through">{item.label}</span>
                ) : (
                  <TextLink href={`/projects/${round.projectId}/${item.type}s/${item.id}`}>{item.label}</TextLink>
                )}
              </span>
              {item.type === 'article' && !item.gone && round.status !== 'open' ? (
                <DifferencesLink
                  projectId={round.projectId}
                  roundId={round.id}
                  articleId={item.id}
                  title={item.label}
                />
              ) : null}
              {mine ? <span className="shrink-0 text-sm text-muted tabular-nums">{done(item)}</span> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
