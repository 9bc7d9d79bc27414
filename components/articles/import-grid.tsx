'use client';
import { ButtonLink } from '@/components/ui/button-link';
import type { Article } from '@/lib/articles/article';
import { KnownList } from './known-list';
import type { Brought } from './use-import';

type Props = {
  projectId: string;
  entries: Extract<Brought, { state: 'here' }>[];
  onSaved: (key: string, article: Article) => void;
};

/** Asks what is known of each text that came in. */
export function ImportGrid({ projectId, entries, onSaved }: Props) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="known">
      <h2 id="known" className="text-lg font-semibold">
        {entries.length === 1 ? '1 article is in the project' : `${entries.length} articles are in the project`}
      </h2>
      <p className="mb-3 text-muted">
        Say what is known of {entries.length === 1 ? 'it' : 'them'}; each field saves itself, and blank shows as not
        known. A date is 2021, July 2021, 28 July 2021, 28.07.2021, 2021-07-28, or a range 2021-07-01/2021-07-10.
      </p>
      <KnownList projectId={projectId} entries={entries} onSaved={onSaved} />
      <ButtonLink href={`/projects/${projectId}/articles`} className="mt-4">
        To the articles
      </ButtonLink>
    </section>
  );
}
