'use client';
import { useState } from 'react';
import { useLying } from '@/components/highlights/use-desk';
import { Notice } from '@/components/ui/notice';

/**
 * Says how to begin, and after the first tag how to go on. Once there it stays: the text below it is being read and must not move.
 * It stands above the row of the text, where the margin begins too: within it every tag would stand that much above its words.
 */
export function FirstStep({ mayWrite }: { mayWrite: boolean }) {
  const [wasEmpty, setWasEmpty] = useState(false);
  const isEmpty = useLying(({ all, isRead }) => isRead && all.length === 0);
  const begun = useLying(({ all }) => wasEmpty && all.some(({ own }) => own));
  if (isEmpty && !wasEmpty) setWasEmpty(true);
  if (!wasEmpty) return null;
  const others = begun ? 'Your first highlight' : 'A colleague has begun to highlight';
  return (
    <div className="article-text mb-4 font-sans text-base">
      <Notice title={isEmpty ? 'Nothing is highlighted yet' : others}>
        {begun
          ? 'It stands beside its words. J and K go from one to the next, S tags the same spelling in the rest of the article, ? shows every key.'
          : mayWrite
            ? 'Select words, with the pointer or with Shift and the arrow keys: a small panel asks what they are about. Enter saves.'
            : 'Analysts of this project highlight words here; you can read along.'}
      </Notice>
    </div>
  );
}
