'use client';
import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Count } from './count';

interface ChipProps {
  children: ReactNode;
  /** Given: the chip is a switch. */
  pressed?: boolean;
  onClick?: () => void;
  /** Given: the chip can be taken away; `removeLabel` names what goes. */
  onRemove?: () => void;
  removeLabel?: string;
  count?: number;
  mark?: ReactNode;
  /** What it does in a sentence, on hover. */
  hint?: string;
}

/** A filter: switched on and off, or shown as chosen with a way to take it away. */
export function Chip({ children, pressed, onClick, onRemove, removeLabel, count, mark, hint }: ChipProps) {
  const frame = 'inline-flex h-6 items-center touch rounded-sm border text-sm whitespace-nowrap';
  if (!onRemove) {
    return (
      <button
        type="button"
        title={hint}
        aria-pressed={pressed}
        onClick={onClick}
        className={clsx(
          frame,
          'gap-1.5 border-line px-2 text-muted transition-colors hover:bg-hover hover:text-ink',
          'aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent forced-colors:aria-pressed:outline-2',
        )}
      >
        {mark}
        {children}
        {count === undefined ? null : <Count value={count} />}
      </button>
    );
  }
  return (
    <span className={clsx(frame, 'border-accent bg-accent-soft pl-2 font-medium text-accent')}>
      {mark ? <span className="mr-1.5">{mark}</span> : null}
      {onClick ? (
        <button type="button" onClick={onClick} className="h-full rounded-sm hover:underline">
          {children}
        </button>
      ) : (
        children
      )}
      <button
        type="button"
        aria-label={removeLabel ?? 'Remove filter'}
        onClick={onRemove}
        className="ml-0.5 flex h-full w-6 items-center justify-center rounded-sm hover:bg-press pointer-coarse:w-9"
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}
