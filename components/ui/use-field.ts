'use client';
import { createContext, useContext } from 'react';

interface InField {
  /** Of the control. */
  id: string;
  labelId: string;
  /** What stands under it, if anything does. */
  describedBy: string | undefined;
  invalid: boolean;
}

export const InField = createContext<InField | null>(null);

/** What ties a control to the `Field` around it; nothing where there is none. */
export function useField() {
  const field = useContext(InField);
  if (!field) return {};
  return { id: field.id, 'aria-describedby': field.describedBy, 'aria-invalid': field.invalid || undefined };
}

/** The same for a control that is a button with its value in it: the label is its name, not what it shows. */
export function useFieldOfButton() {
  const field = useContext(InField);
  return { ...useField(), ...(field ? { 'aria-labelledby': field.labelId } : {}) };
}
