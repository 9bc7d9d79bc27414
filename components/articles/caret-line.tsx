'use client';
import { memo, useRef } from 'react';
import { useDesk } from '@/components/highlights/use-desk';
import { useCaret } from './use-caret';

/** The caret in the article's text. Stands after the text in the page, so that the text is there first. */
export const CaretLine = memo(function CaretLine() {
  const line = useRef<HTMLDivElement>(null);
  useCaret(useDesk(), line);
  return (
    <div
      ref={line}
      hidden
      aria-hidden
      className="pointer-events-none absolute top-0 left-0 w-0.5 animate-pulse bg-accent motion-reduce:animate-none"
    />
  );
});
