'use client';
import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { Button } from './button';

interface SaveStateProps {
  state: 'idle' | 'saving' | 'saved' | 'failed' | 'offline';
  onRetry?: () => void;
  /** Beside other things: on a narrow screen the sign says that it is saved, and the word is only read out. */
  short?: boolean;
}

/** What the server has confirmed about this text. "Saved" only after its answer; a failure keeps the text and offers again. */
export function SaveState({ state, onRetry, short = false }: SaveStateProps) {
  return (
    <span role="status" className="inline-flex min-h-6 flex-wrap items-center gap-1.5 text-sm text-muted">
      {state === 'saving' ? (
        <span className="late inline-flex items-center gap-1.5">
          <LoaderCircle size={13} aria-hidden className="animate-spin motion-reduce:animate-none" />
          Saving
        </span>
      ) : null}
      {state === 'offline' ? 'Offline' : null}
      {state === 'saved' ? (
        <>
          <Check size={13} aria-hidden className="text-good" />
          <span className={short ? 'max-md:sr-only' : undefined}>Saved</span>
        </>
      ) : null}
      {state === 'failed' ? (
        <>
          <CircleAlert size={13} aria-hidden className="text-bad" />
          <span className="min-w-0 flex-1 basis-16 text-bad">Not saved. Your text is kept.</span>
          {onRetry ? (
            <Button size="small" onClick={onRetry}>
              Try again
            </Button>
          ) : null}
        </>
      ) : null}
    </span>
  );
}
