'use client';
import { useRef } from 'react';
import { useDesk } from '@/components/highlights/use-desk';
import { useCaret } from './use-caret';

/** The caret in the article's text; `ready` once the text is there. */
export function CaretLine({ ready }: { ready: boolean }) {
  const line = useRef<HTMLDivElement>(null);
  useCaret(useDesk(), line, ready);
  return (
    <div
      ref={line}
      hidden
      aria-hidden
      className="pointer-events-none absolute top-0 left-0 w-0.5 animate-pulse bg-accent motion-reduce:animate-none"
    />
  );
}
