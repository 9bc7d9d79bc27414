'use client';
import { useText } from '@/components/articles/use-text';
import { Quote } from '@/components/ui/quote';
import { wordsNear } from '@/lib/anchoring/snap';
import type { Highlight } from '@/lib/highlights/highlight';
import { useLanguage } from './use-desk';

/** Words of the old text that are shown on either side. */
const AROUND = 25;

/** Lost words as they stood in the version that they were made on, with what was around them. */
export function OldWords({ highlight }: { highlight: Highlight }) {
  const { articleId, articleVersion, start, end, quote, prefix, suffix } = highlight;
  const language = useLanguage();
  const { data: text } = useText(articleId, articleVersion);
  const around = text === undefined ? null : wordsNear(text, { start, end }, AROUND);
  return (
    <Quote
      lang={language}
      before={around && text ? text.slice(around.start, start) : prefix}
      after={around && text ? text.slice(end, around.end) : suffix}
    >
      <strong className="font-semibold">{quote}</strong>
    </Quote>
  );
}
