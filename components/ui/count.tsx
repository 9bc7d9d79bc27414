import clsx from 'clsx';

/** A number beside a word. `strong` asks for attention; 0 shows nothing then. */
export function Count({ value, strong = false, max = 999 }: { value: number; strong?: boolean; max?: number }) {
  if (strong && value === 0) return null;
  return (
    <span
      className={clsx(
        'inline-flex h-4 min-w-4 items-center justify-center rounded-sm px-1 text-xs',
        strong ? 'bg-accent font-semibold text-accent-ink' : 'bg-press text-muted',
      )}
    >
      {value > max ? `${max}+` : value}
    </span>
  );
}
