'use client';
import { Field } from '@base-ui/react/field';
import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { controlLook } from './control-look';

/** One line of text. Inside a `Field` it is named, described and marked invalid by it. */
export function Input({ className, ...rest }: ComponentProps<typeof Field.Control>) {
  return <Field.Control {...rest} className={clsx(controlLook, 'h-8', className as string | undefined)} />;
}
