'use client';
import clsx from 'clsx';
import type { ComponentProps, FocusEvent } from 'react';
import { controlLook } from './control-look';
import { useField } from './use-field';

interface TextareaProps extends ComponentProps<'textarea'> {
  /** Words of a source rather than ours: set in the reading serif. */
  quoted?: boolean;
}

const entered = new WeakSet<HTMLTextAreaElement>();
/** What is in a field already is gone on with: when it is first entered, the caret stands behind it. A pointer puts it elsewhere right after. */
const goOn = ({ currentTarget }: FocusEvent<HTMLTextAreaElement>) => {
  if (entered.has(currentTarget)) return;
  entered.add(currentTarget);
  const { length } = currentTarget.value;
  // Where something is selected already, somebody means that.
  if (currentTarget.selectionEnd === 0) currentTarget.setSelectionRange(length, length);
};

/** Several lines, `rows` at least; grows with its text. Inside a `Field` it is named, described and marked invalid by it. */
export function Textarea({ className, quoted, rows = 3, ...rest }: TextareaProps) {
  return (
    <textarea
      dir="auto"
      rows={rows}
      onFocus={goOn}
      {...useField()}
      {...rest}
      // A field that is as large as its text does not heed `rows`.
      style={{ minHeight: `max(4rem, calc(${rows}lh + 1rem))` }}
      className={clsx(
        controlLook,
        'field-sizing-content max-h-96 resize-y py-1.5',
        quoted && 'quoted text-lg',
        className,
      )}
    />
  );
}
