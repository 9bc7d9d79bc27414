import { useId, type ReactNode } from 'react';

/** One of the things that the first page offers. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <h2 id={id} className="border-b border-line pb-1.5 text-sm font-medium text-muted">
        {title}
      </h2>
      {children}
    </section>
  );
}
