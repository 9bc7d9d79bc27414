'use client';
import { useRead } from '@/components/live/use-read';
import type { Article } from '@/lib/articles/article';
import { ImportRow } from './import-row';
import type { Brought } from './use-import';

type Props = {
  projectId: string;
  entries: Extract<Brought, { state: 'here' }>[];
  onSaved: (key: string, article: Article) => void;
};

const heads = ['Title', 'Publisher', 'Published', 'Address', 'Kind', 'Relays', ''];

/** What is known of each text. Nothing has to be filled in; what is not shows as blank. Each row saves itself. */
export function ImportGrid({ projectId, entries, onSaved }: Props) {
  const publishers = useRead('listPublishers', { projectId }, {}, { enabled: entries.length > 0 });
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="known">
      <h2 id="known" className="text-lg font-semibold">
        What is known of them
      </h2>
      <p className="mb-3 text-muted">
        Leave blank what you do not know: it shows as not known. A date is 2021, 2021-07, 2021-07-28, or a range
        2021-07-01/2021-07-10.
      </p>
      <div className="overflow-x-auto">
        <table aria-label="What is known of the texts" className="w-full min-w-240 border-separate border-spacing-0">
          <thead>
            <tr>
              {heads.map((head) => (
                <th
                  key={head}
                  scope="col"
                  className="border-b border-line px-1 py-1.5 text-left text-sm font-medium text-muted first:w-[30%]"
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
    </section>
  );
}
