import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';

type Props = { label: string; error?: string | undefined; children: ReactNode };

/** A field of many: its label is small, so that what is known stands out. */
export function KnownField({ label, error, children }: Props) {
  return (
    <Field
      label={<span className="text-sm font-normal text-muted">{label}</span>}
      {...(error ? { error } : {})}
      className="min-w-0"
    >
      {children}
    </Field>
  );
}
