import { sharedLanguage } from '@/components/articles/shared-language';
import { TextLink } from '@/components/ui/text-link';
import type { Spelling } from './spellings';

const said = { name: '', alias: '', cited: 'as cited only' };

interface SpellingListProps {
  projectId: string;
  spellings: readonly Spelling[];
  /** There are more mentions than were counted. */
  partial: boolean;
}

/** How the name is written, and where each way of writing it was seen. */
export function SpellingList({ projectId, spellings, partial }: SpellingListProps) {
  return (
    <section aria-labelledby="spellings" className="flex flex-col gap-2">
      <h2 id="spellings" className="text-lg font-semibold">
        Written
      </h2>
      {partial && <p className="text-sm text-muted">Counted in the mentions that are shown.</p>}
      <ul className="flex flex-col">
        {spellings.map((spelling) => (
          <li key={spelling.name} className="flex flex-col gap-0.5 border-b border-line py-1.5">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span dir="auto" lang={sharedLanguage(spelling.articles) ?? ''} className="quoted text-lg wrap-anywhere">
                {spelling.name}
              </span>
              <span className="text-sm text-faint">
                {spelling.mentions === 0 ? 'not cited yet' : `${spelling.mentions}×`}
                {said[spelling.known] && ` · ${said[spelling.known]}`}
              </span>
            </span>
            {spelling.articles.length > 0 && (
              <span className="flex flex-wrap gap-x-3 text-sm text-muted">
                {spelling.articles.map(({ id, title, highlightId }) => (
                  <TextLink
                    key={id}
                    href={`/projects/${projectId}/articles/${id}?highlight=${highlightId}`}
                    className="max-w-full truncate"
                  >
                    {title}
                  </TextLink>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
