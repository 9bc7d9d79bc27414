'use client';
import { ErrorState } from '@/components/ui/error-state';

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="flex flex-1 flex-col justify-center">
      <ErrorState level={1} title="This page could not be shown" reference={error.digest} onRetry={reset}>
        What was saved is safe.{' '}
        {error.digest
          ? 'Try again; if it stays, give the reference to whoever runs this server.'
          : 'Try again; if it stays, load the page anew.'}
      </ErrorState>
    </div>
  );
}
