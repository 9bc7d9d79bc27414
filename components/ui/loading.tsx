import type { ReactNode } from 'react';

/** Says once, for screen readers, that something is on its way; shows the skeletons inside. */
export function Loading({
  label = 'Loading',
  className,
  children,
}: {
  label?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div role="status" aria-label={label} className={className}>
      {children}
    </div>
  );
}
