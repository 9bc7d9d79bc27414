'use client';
import clsx from 'clsx';
import { useRead } from '@/components/live/use-read';
import type { Article } from '@/lib/articles/article';
import { KnownRow } from './known-row';

type Props = {
  projectId: string;
  entries: readonly { key: string; article: Article }[];
  onSaved: (key: string, article: Article) => void;
};

// Fixed widths: a reason below a field, or "Saved" at the end, moves nothing that is being filled in.
const heads = [
  { head: 'Title', width: 'w-[28%]' },
  { head: 'Publisher', width: 'w-[13%]' },
  { head: 'Published', width: 'w-[12%]' },
  { head: 'Address', width: 'w-[9%]' },
  { head: 'Kind', width: 'w-[11%]' },
  { head: 'Language', width: 'w-[10%]' },
  { head: 'Relays', width: 'w-[9%]' },
  { head: '', width: 'w-[8%]' },
];

/** What is known of texts, a row each. Nothing has to be filled in; what is not shows as blank. Each field saves itself. */
export function KnownTable({ projectId, entries, onSaved }: Props) {
  const publishers = useRead('listPublishers', { projectId }, {}, { enabled: entries.length > 0 });
  return (
    // Positioned, so that what is only read out in it scrolls with it and makes no page wider.
    <div className="relative overflow-x-auto">
      <table
        aria-label="What is known of the texts"
        className="w-full min-w-248 table-fixed border-separate border-spacing-0"
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
            <KnownRow
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
  );
}
