import type { ComponentProps, ReactNode } from 'react';
import { buttonLook, type ButtonSize, type ButtonVariant } from './button-look';
import { Kbd } from './kbd';

interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Shown beside the words; the key itself is registered with `useKeys`. */
  shortcut?: string;
  /** The id of its binding: the hint is then the key that runs it now. */
  command?: string;
  /** Under way: keeps the words and the focus, takes no second press. */
  busy?: boolean;
}

export function Button({
  variant,
  size,
  icon,
  shortcut,
  command,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(busy ? { 'aria-disabled': true, 'aria-busy': true } : {})}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonLook(variant, size, className)}
    >
      {icon}
      {children}
      {shortcut ? <Kbd keys={shortcut} command={command} onColour={variant === 'primary'} /> : null}
    </button>
  );
}
