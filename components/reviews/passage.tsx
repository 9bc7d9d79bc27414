'use client';
import { useText } from '@/components/articles/use-text';
import { Quote } from '@/components/ui/quote';
import type { QuotedTag } from '@/lib/highlights/highlight';
import { paragraphAround, wordsAround } from './paragraph';

interface PassageProps {
  highlight: QuotedTag['highlight'];
  /** The whole paragraph rather than the words nearest to the quote. */
  whole: boolean;
}

/** The tagged words, marked, in what stands around them. */
export function Passage({ highlight, whole }: PassageProps) {
  return whole && highlight.orphaned === null ? (
    <InParagraph highlight={highlight} />
  ) : (
    <Marked highlight={highlight} {...wordsAround(highlight)} />
  );
}

function InParagraph({ highlight }: { highlight: QuotedTag['highlight'] }) {
  const { articleId, articleVersion, start, end } = highlight;
  const text = useText(articleId, articleVersion);
  const around = text.data ? paragraphAround(text.data, start, end) : wordsAround(highlight);
  return (
    <>
      <Marked highlight={highlight} {...around} />
      {text.error && <p className="text-bad">The paragraph could not be read. {text.error.message}</p>}
    </>
  );
}

function Marked({ highlight, before, after }: { highlight: QuotedTag['highlight']; before: string; after: string }) {
  return (
    <Quote block before={before} after={after} className="text-article/relaxed wrap-anywhere">
      <mark className="rounded-sm bg-accent-soft text-ink underline decoration-accent decoration-2 underline-offset-4">
        {highlight.quote}
      </mark>
    </Quote>
  );
}
