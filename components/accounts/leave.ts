import { signOut } from 'next-auth/react';
import { leaveDrafts } from '@/components/editor/leave-drafts';
import { api } from '@/lib/api/client';

/** Signs out of this browser, or of all of them. Throws `Problem` when the server did not do it. */
export async function leave(where: 'here' | 'everywhere'): Promise<void> {
  await leaveDrafts();
  if (where === 'everywhere') await api('revokeSessions', { body: {} });
  await signOut({ callbackUrl: '/sign-in' });
}
