import clsx from 'clsx';

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
  /** On a filled button: takes the colour of its words. */
  onColour?: boolean;
  /** Also where there is only a touch screen. */
  always?: boolean;
}

/** A key or combination in the words of `KeyBinding.key`: "mod+k", "shift+enter", "?". */
export function Kbd({ keys, onColour = false, always = false }: KbdProps) {
  const parts = keys === '+' ? ['+'] : keys.toLowerCase().split('+');
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
