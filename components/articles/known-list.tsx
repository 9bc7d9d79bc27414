'use client';
import { useRead } from '@/components/live/use-read';
import type { Article } from '@/lib/articles/article';
import { KnownRow } from './known-row';

type Props = {
  projectId: string;
  /** `publisher`: the name that the article's page gives. */
  entries: readonly { key: string; article: Article; publisher?: string | null }[];
  onSaved: (key: string, article: Article) => void;
};

/** What is known of texts, one after the other. Nothing has to be filled in; what is not shows as blank. Each field saves itself. */
export function KnownList({ projectId, entries, onSaved }: Props) {
  const publishers = useRead('listPublishers', { projectId }, {}, { enabled: entries.length > 0 });
  return (
    <ul aria-label="What is known of the texts" className="border-t border-line">
      {entries.map(({ key, article, publisher }) => (
        <KnownRow
          key={key}
          article={article}
          projectId={projectId}
          publishers={publishers.data?.items}
          named={publisher ?? null}
          onSaved={(next) => onSaved(key, next)}
        />
      ))}
    </ul>
  );
}
