'use client';
import clsx from 'clsx';
import { useRead } from '@/components/live/use-read';
import { ButtonLink } from '@/components/ui/button-link';
import type { Article } from '@/lib/articles/article';
import { ImportRow } from './import-row';
import type { Brought } from './use-import';

type Props = {
  projectId: string;
  entries: Extract<Brought, { state: 'here' }>[];
  onSaved: (key: string, article: Article) => void;
};

// Fixed widths: a reason below a field, or "Saved" at the end, moves nothing that is being filled in.
const heads = [
  { head: 'Title', width: 'w-[26%]' },
  { head: 'Publisher', width: 'w-[15%]' },
  { head: 'Published', width: 'w-[15%]' },
  { head: 'Address', width: 'w-[13%]' },
  { head: 'Kind', width: 'w-[10%]' },
  { head: 'Relays', width: 'w-[12%]' },
  { head: '', width: 'w-[9%]' },
];

/** What is known of each text. Nothing has to be filled in; what is not shows as blank. Each row saves itself. */
export function ImportGrid({ projectId, entries, onSaved }: Props) {
  const publishers = useRead('listPublishers', { projectId }, {}, { enabled: entries.length > 0 });
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="known">
      <h2 id="known" className="text-lg font-semibold">
        {entries.length === 1 ? '1 article is in the project' : `${entries.length} articles are in the project`}
      </h2>
      <p className="mb-3 text-muted">
        Say what is known of {entries.length === 1 ? 'it' : 'them'}; each field saves itself, and blank shows as not
        known. A date is 2021, July 2021, 28 July 2021, or a range 2021-07-01/2021-07-10.
      </p>
      <div className="overflow-x-auto">
        <table
          aria-label="What is known of the texts"
          className="w-full min-w-240 table-fixed border-separate border-spacing-0"
        >
          <thead>
            <tr>
              {heads.map(({ head, width }) => (
                <th
                  key={head}
                  scope="col"
                  className={clsx('border-b border-line px-1 py-1.5 text-left text-sm font-medium text-muted', width)}
                >
                  {head || <span className="sr-only">State</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map(({ key, article }) => (
              <ImportRow
                key={key}
                article={article}
                projectId={projectId}
                publishers={publishers.data?.items ?? []}
                onSaved={(next) => onSaved(key, next)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ButtonLink href={`/projects/${projectId}/articles`} className="mt-4">
        To the articles
      </ButtonLink>
    </section>
  );
}
