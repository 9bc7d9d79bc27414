'use client';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import type { Problem } from '@/lib/api/client';

interface UnreadProps {
  /** "The claims", "This claim": what could not be read. */
  what: string;
  error: Problem;
  onRetry: () => void;
  /** Where to go when it is not there any more. */
  back?: { href: string; label: string };
}

/** In the place of what could not be read: gone, or a reason and another try. */
export function Unread({ what, error, onRetry, back }: UnreadProps) {
  const way = back ? <ButtonLink href={back.href}>{back.label}</ButtonLink> : null;
  if (error.code === 'not-found')
    return (
      <EmptyState title={`${what} is not here`} action={way}>
        It was deleted, or it is in a project that you are not a member of.
      </EmptyState>
    );
  const { reference } = error.extra;
  return (
    <ErrorState
      title={`${what} could not be read`}
      onRetry={onRetry}
      action={way}
      {...(typeof reference === 'string' ? { reference } : {})}
    >
      {error.code === 'offline' ? 'The server did not answer. Nothing is lost; try again.' : error.message}
    </ErrorState>
  );
}
