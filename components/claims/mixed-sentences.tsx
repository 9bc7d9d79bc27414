'use client';
import { useDeferredValue, useMemo } from 'react';
import { mixedSentences } from '@/lib/claims/mixing';

/** Under a field in which people judge: each sentence that says at once how likely and how well founded. It keeps nobody from saving. */
export function MixedSentences({ text }: { text: string }) {
  const typed = useDeferredValue(text);
  const mixed = useMemo(() => mixedSentences(typed), [typed]);
  return (
    <div role="status">
      {mixed.length > 0 && (
        <ul className="mt-1 flex flex-col gap-1 border-s-2 border-warn ps-2 text-sm">
          {mixed.map(({ sentence, likelihood, confidence }) => (
            <li key={sentence} className="wrap-anywhere">
              <span className="quoted">{sentence}</span>{' '}
              <span className="text-muted">
                It says how likely (“{likelihood}”) and how well founded (“{confidence}”) at once, and readers take one
                for the other. Make it two sentences.
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
