import clsx from 'clsx';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-accent bg-accent text-accent-ink not-disabled:hover:border-accent-strong not-disabled:hover:bg-accent-strong',
  plain:
    'border-edge/45 bg-paper text-ink not-disabled:hover:bg-hover not-disabled:active:bg-press data-popup-open:bg-press',
  quiet:
    'border-transparent text-ink not-disabled:hover:bg-hover not-disabled:active:bg-press data-popup-open:bg-press',
  danger: 'border-bad/60 bg-paper text-bad not-disabled:hover:bg-bad-soft',
};

const sizes: Record<ButtonSize, string> = {
  small: 'h-6 px-2 text-sm',
  medium: 'h-7 px-2.5 text-base',
  large: 'h-9 px-3.5 text-md',
};

/** The classes of anything that looks like a button, also a link. */
export function buttonLook(variant: ButtonVariant = 'plain', size: ButtonSize = 'medium', className?: string) {
  return clsx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-sm border font-medium whitespace-nowrap select-none',
    'touch transition-colors disabled:opacity-55 aria-disabled:opacity-55',
    variants[variant],
    sizes[size],
    className,
  );
}
