'use client';
import { useParams } from 'next/navigation';
import { useRead } from '@/components/live/use-read';
import { TextLink } from '@/components/ui/text-link';
import { spanHref } from '@/lib/threads/place';
import type { QuotedWords } from './quoted-words';

/** Words of an article in a comment, with the way to where they stand. */
export function Quotation({ words }: { words: QuotedWords }) {
  const { projectId } = useParams<{ projectId: string }>();
  const { data: article } = useRead('findArticle', { id: words.articleId });
  return (
    <blockquote>
      <span lang={article?.language ?? ''}>{words.quote}</span>{' '}
      <TextLink href={spanHref(projectId, words)} className="font-sans text-sm not-italic">
        where it stands
      </TextLink>
    </blockquote>
  );
}
