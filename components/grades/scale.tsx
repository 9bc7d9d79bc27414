'use client';
import clsx from 'clsx';
import type { KeyboardEvent } from 'react';
import { judged, markHints, markWords, type Mark } from '@/lib/grades/mark';

interface ScaleProps {
  label: string;
  marks: readonly Mark[];
  chosen: Mark | null;
  busy: boolean;
  onChoose: (mark: Mark) => void;
}

/** Up and down go from one to the next; nothing is chosen by passing over it. */
function step(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.findIndex((one) => one === document.activeElement);
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  event.preventDefault();
}

/** One scale with its words. What cannot be judged stands apart below it. */
export function Scale({ label, marks, chosen, busy, onChoose }: ScaleProps) {
  return (
    <div role="group" aria-label={label} onKeyDown={step} className="-mx-2 flex flex-col">
      {marks.map((mark) => (
        <button
          key={mark}
          type="button"
          aria-pressed={chosen === mark}
          aria-keyshortcuts={mark}
          aria-disabled={busy}
          onClick={() => !busy && onChoose(mark)}
          className={clsx(
            'flex gap-2.5 rounded-sm px-2 py-1 text-start transition-colors hover:bg-hover pointer-coarse:py-2',
            'aria-pressed:bg-accent-soft aria-pressed:text-accent forced-colors:aria-pressed:outline-2',
            !judged(mark) && 'mt-2',
          )}
        >
          <span aria-hidden className="w-3 shrink-0 font-semibold">
            {mark}
          </span>
          <span className="min-w-0">
            <span className="sr-only">{mark} </span>
            {markWords[mark]}
            <span className="block text-xs text-muted">{markHints[mark]}</span>
          </span>
        </button>
      ))}
    </div>
  );
}
