'use client';
import clsx from 'clsx';
import { useShownKey } from './use-shown-key';

const NAMES: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  esc: 'Esc',
  space: 'Space',
  ' ': 'Space',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
  delete: 'Del',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
};

function Part({ part }: { part: string }) {
  if (part === 'shift') return <span>⇧</span>;
  if (part === 'mod' || part === 'alt') {
    // Both are in the page and the platform picks: the server does not know whose keyboard it is.
    return (
      <>
        <span className="hidden mac:inline">{part === 'mod' ? '⌘' : '⌥'}</span>
        <span className="hidden not-mac:inline">{part === 'mod' ? 'Ctrl ' : 'Alt '}</span>
      </>
    );
  }
  return <span>{NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)}</span>;
}

interface KbdProps {
  keys: string;
  /** The id of a binding: its key may have been changed. */
  command?: string | undefined;
  /** On a filled button: takes the colour of its words. */
  onColour?: boolean;
  /** In the list of keys: as it is said, also where there is only a touch screen or single keys are off. */
  always?: boolean;
}

/** A key or combination in the words of `KeyBinding.key`: "mod+k", "shift+enter", "?". */
export function Kbd({ keys, command, onColour = false, always = false }: KbdProps) {
  const now = useShownKey(keys, command);
  const shown = always ? keys : now;
  if (shown === null) return null;
  const parts = shown === '+' ? ['+'] : shown.toLowerCase().split('+');
  return (
    <kbd
      className={clsx(
        'inline-flex h-4.5 min-w-4.5 items-center justify-center gap-px rounded-sm border px-1 font-sans text-xs whitespace-pre',
        onColour ? 'border-current/30 text-current' : 'border-line bg-desk text-muted',
        !always && 'pointer-coarse:hidden',
      )}
    >
      {parts.map((part, at) => (
        <Part key={at} part={part} />
      ))}
    </kbd>
  );
}
