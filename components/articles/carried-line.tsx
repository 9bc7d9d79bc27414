'use client';
import { late } from '@/components/ui/late';
import { LatePart } from '@/components/ui/late-part';
import { TextLink } from '@/components/ui/text-link';
import type { Highlight } from '@/lib/highlights/highlight';
import { carriedWords } from './carried-words';

// Words are compared where some have changed.
const changedWords = late(() => import('@/components/ui/changed-words').then((file) => file.ChangedWords));

interface CarriedLineProps {
  projectId: string;
  highlight: Pick<Highlight, 'id' | 'articleId' | 'carried' | 'quote'>;
  /** Of the article; null where nobody said it. */
  lang: string | null;
}

/** How the words came to stand in a corrected text, and what they were before where they changed. */
export function CarriedLine({ projectId, highlight, lang }: CarriedLineProps) {
  const { id, articleId, carried, quote } = highlight;
  if (!carried) return null;
  return (
    <p className="text-sm text-muted wrap-anywhere">
      <TextLink href={`/projects/${projectId}/articles/${articleId}/versions?from=${carried.from}&highlight=${id}`}>
        {carriedWords(carried)}
      </TextLink>
      {carried.quote === null ? null : (
        <>
          : was “
          <span lang={lang ?? ''}>
            <LatePart
              of={changedWords}
              with={{ before: carried.quote, after: quote, show: 'before', className: 'quoted' }}
              loading={<span className="quoted">{carried.quote}</span>}
            />
          </span>
          ”
        </>
      )}
    </p>
  );
}
