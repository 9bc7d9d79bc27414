'use client';
import { useText } from '@/components/articles/use-text';
import { Quote } from '@/components/ui/quote';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { paragraphAround, wordsAround } from './paragraph';

interface PassageProps extends Pick<QuotedTag, 'highlight' | 'article'> {
  /** The whole paragraph rather than the words nearest to the quote. */
  whole: boolean;
}

/** The tagged words, marked, in what stands around them. */
export function Passage({ highlight, article, whole }: PassageProps) {
  return whole && highlight.orphaned === null ? (
    <InParagraph highlight={highlight} article={article} />
  ) : (
    <Marked highlight={highlight} article={article} {...wordsAround(highlight)} />
  );
}

function InParagraph({ highlight, article }: Pick<QuotedTag, 'highlight' | 'article'>) {
  const { articleId, articleVersion, start, end } = highlight;
  const text = useText(articleId, articleVersion);
  const around = text.data ? paragraphAround(text.data, start, end) : wordsAround(highlight);
  return (
    <>
      <Marked highlight={highlight} article={article} {...around} />
      {text.error && <p className="text-bad">The paragraph could not be read. {text.error.message}</p>}
    </>
  );
}

type MarkedProps = Pick<QuotedTag, 'highlight' | 'article'> & { before: string; after: string };

function Marked({ highlight, article, before, after }: MarkedProps) {
  return (
    <Quote block lang={article.language} before={before} after={after} className="text-article/relaxed wrap-anywhere">
      <mark className="rounded-sm bg-accent-soft text-ink underline decoration-accent decoration-2 underline-offset-4">
        {highlight.quote}
      </mark>
    </Quote>
  );
}
