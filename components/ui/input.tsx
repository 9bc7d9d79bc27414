'use client';
import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { controlLook } from './control-look';
import { useField } from './use-field';

interface InputProps extends ComponentProps<'input'> {
  onValueChange?: (value: string) => void;
}

/** One line of text. Inside a `Field` it is named, described and marked invalid by it. */
export function Input({ className, onChange, onValueChange, ...rest }: InputProps) {
  return (
    <input
      {...useField()}
      {...rest}
      onChange={(event) => {
        onChange?.(event);
        onValueChange?.(event.currentTarget.value);
      }}
      className={clsx(controlLook, 'h-8', className)}
    />
  );
}
