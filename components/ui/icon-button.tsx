import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './tooltip';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** The name of what it does: read aloud, and shown as its tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string;
  command?: string;
  size?: 'small' | 'medium';
  /** A word of the label that stands beside the icon where there is room. */
  word?: string;
  side?: 'top' | 'bottom' | 'left' | 'right';
}

export function IconButton({
  label,
  icon,
  shortcut,
  command,
  size = 'medium',
  side,
  word,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut} command={command} side={side}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={clsx(
          'inline-flex shrink-0 items-center justify-center rounded-sm text-muted transition-colors select-none',
          'not-disabled:hover:bg-hover not-disabled:hover:text-ink not-disabled:active:bg-press disabled:opacity-45',
          'aria-pressed:bg-accent-soft aria-pressed:text-accent data-popup-open:bg-press data-popup-open:text-ink',
          'pointer-coarse:size-11',
          size === 'small' ? 'size-6' : 'size-7',
          word && 'xl:w-auto xl:gap-1.5 xl:px-2',
          className,
        )}
      >
        {icon}
        {word && <span className="text-sm max-xl:hidden">{word}</span>}
      </button>
    </Tooltip>
  );
}
