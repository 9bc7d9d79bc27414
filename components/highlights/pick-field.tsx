'use client';
import clsx from 'clsx';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { controlLook } from '@/components/ui/control-look';
import type { KeyBinding } from '@/components/ui/keymap';
import { useKeys } from '@/components/ui/use-keys';

export interface PickLine {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** What to think of before it is taken. */
  readonly warning?: string | null | undefined;
}

interface PickFieldProps<Line extends PickLine> {
  /** Heading of its keys in the list of keys. */
  scope: string;
  label: string;
  placeholder?: string;
  typed: string;
  onTyped: (typed: string) => void;
  lines: readonly Line[];
  /** The line that Enter takes before anybody has moved; -1 where somebody has to choose. */
  first: number;
  mark: (line: Line) => ReactNode;
  onTake: (line: Line) => void;
  /** Further keys, given the marked line. */
  keys?: (line: Line | null) => KeyBinding[];
  /** Enter while no line is marked. */
  onEmpty?: () => void;
  /** Words of the source rather than ours. */
  empty?: ReactNode;
}

/** A line of text with the lines it finds always in view below: arrows mark one, Enter takes it. */
export function PickField<Line extends PickLine>(props: PickFieldProps<Line>) {
  const { scope, label, placeholder, typed, onTyped, lines, first, mark, onTake, keys, onEmpty, empty } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [moved, setMoved] = useState<{ typed: string; at: number } | null>(null);
  const at = Math.min(moved?.typed === typed ? moved.at : first, lines.length - 1);
  const marked = lines[at] ?? null;

  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    // Browsers answer a promise here, which is no clean-up.
    void list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const take = () => (marked ? onTake(marked) : onEmpty?.());
  useKeys(scope, [
    { id: 'compose.take', key: 'enter', label: 'Take the marked line', whileTyping: true, run: take },
    ...(keys?.(marked) ?? []),
  ]);

  function move(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || lines.length === 0) return;
    event.preventDefault();
    setMoved({ typed, at: at < 0 && step < 0 ? lines.length - 1 : (at + step + lines.length) % lines.length });
  }

  return (
    <>
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded={lines.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={marked ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={move}
        className={clsx(controlLook, 'h-8')}
      />
      <ul
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        className="-mx-1 min-h-0 flex-1 overflow-y-auto overscroll-contain"
      >
        {lines.map((line, index) => (
          <li
            key={line.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            data-highlighted={index === at ? '' : undefined}
            onPointerMove={() => setMoved({ typed, at: index })}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(line)}
            className="option items-start"
          >
            <span className="mt-0.5 flex empty:hidden">{mark(line)}</span>
            <span className="min-w-0 flex-1 wrap-anywhere">
              <span className="line-clamp-2">{line.label}</span>
              {line.warning ? <span className="line-clamp-2 text-sm text-warn">{line.warning}</span> : null}
            </span>
            <span className="mt-px shrink-0 text-sm text-muted">{line.detail}</span>
          </li>
        ))}
      </ul>
      {lines.length === 0 ? <p className="text-sm text-muted">{empty}</p> : null}
    </>
  );
}
