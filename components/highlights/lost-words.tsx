'use client';
import { Notice } from '@/components/ui/notice';
import { Quote } from '@/components/ui/quote';
import { titleOf } from './layer';
import { useDeskView } from './use-desk';

/** Tags whose words the shown version no longer holds: listed with their words and the reason, never guessed into place. */
export function LostWords() {
  const { lost } = useDeskView();
  if (lost.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={lost.length === 1 ? '1 tag has lost its words' : `${lost.length} tags have lost their words`}
    >
      <ul className="mt-1 flex flex-col gap-1">
        {lost.map(({ id, highlight, tag }) => (
          <li key={id} className="wrap-anywhere">
            {titleOf(tag)}: <Quote>{highlight.quote}</Quote>{' '}
            <span className="text-muted">
              {highlight.orphaned ?? `It stands on version ${highlight.articleVersion}.`}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
