'use client';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';

interface ErrorStateProps {
  /** What happened: "The articles could not be loaded" */
  title: string;
  /** What is safe and what to do. */
  children?: ReactNode;
  onRetry?: () => void;
  action?: ReactNode;
  /** The id under which the server logged it; can be copied. */
  reference?: string | undefined;
  level?: 1 | 2;
}

export function ErrorState({ title, children, onRetry, action, reference, level = 2 }: ErrorStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-start px-4 py-12">
      <CircleAlert size={20} aria-hidden className="mb-3 text-bad" />
      <Heading className="text-lg font-semibold">{title}</Heading>
      {children ? <div className="mt-1 text-md text-pretty text-muted">{children}</div> : null}
      {reference ? (
        <p className="mt-2 text-sm text-faint">
          Reference <code className="font-mono select-all">{reference}</code>
        </p>
      ) : null}
      {onRetry || action ? (
        <div className="mt-4 flex flex-wrap gap-2">
          {onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
          {action}
        </div>
      ) : null}
    </div>
  );
}
