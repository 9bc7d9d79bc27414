import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** "No claims yet" */
  title: string;
  /** What this place is for, in a sentence or two. */
  children: ReactNode;
  /** The first step: a button or a link. */
  action?: ReactNode;
  icon?: ReactNode;
  level?: 1 | 2 | 3;
}

export function EmptyState({ title, children, action, icon, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="mx-auto flex max-w-md flex-col items-start px-4 py-12">
      {icon ? <span className="mb-3 text-faint">{icon}</span> : null}
      <Heading className="text-lg font-semibold">{title}</Heading>
      <div className="mt-1 text-md text-pretty text-muted">{children}</div>
      {action ? <div className="mt-4 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
