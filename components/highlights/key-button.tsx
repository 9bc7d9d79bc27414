import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { useShownKey } from '@/components/ui/use-shown-key';

interface KeyButtonProps {
  shortcut: string;
  /** The id of its binding: what it shows is the key that runs it now. */
  command?: string;
  /** Given: it is a switch. */
  pressed?: boolean;
  /** What it says was not chosen here but carried over. */
  carried?: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** A key of the row, to be pressed with the pointer too. */
export function KeyButton({ shortcut, command, pressed, carried = false, onPress, children }: KeyButtonProps) {
  const shown = useShownKey(shortcut, command);
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-keyshortcuts={shown?.toUpperCase()}
      onClick={onPress}
      className={clsx(
        'inline-flex h-6 max-w-full items-center gap-1.5 rounded-sm border border-line px-1.5 text-sm text-muted transition-colors select-none',
        'hover:bg-hover hover:text-ink pointer-coarse:h-11 pointer-coarse:px-3',
        carried && 'border-dashed border-accent text-ink',
        'aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent forced-colors:aria-pressed:outline-2',
      )}
    >
      <Kbd keys={shortcut} command={command} />
      <span className="truncate">{children}</span>
    </button>
  );
}
