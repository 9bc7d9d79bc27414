'use client';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Uses a one-time link up by a press, not by opening the page: a preview that fetches addresses must not spend it. */
export function LinkForm({ secret }: { secret: string }) {
  const [state, setState] = useState<'ready' | 'busy' | 'refused'>('ready');

  async function use() {
    setState('busy');
    const answer = await signIn('link', { redirect: false, secret }).catch(() => undefined);
    if (answer?.ok) return window.location.assign(new URL('/', window.location.href));
    setState('refused');
  }

  return (
    <div className="flex flex-col gap-4">
      {state === 'refused' && (
        <Notice tone="bad" live>
          This link was used already or has ended. Start the server again for fresh ones, or sign in with a password.
        </Notice>
      )}
      <Button variant="primary" size="large" busy={state === 'busy'} onClick={() => void use()}>
        Sign in with this link
      </Button>
    </div>
  );
}
