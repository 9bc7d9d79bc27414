'use client';
import { useState } from 'react';
import { telling } from '@/components/live/telling';
import { useForget } from '@/components/live/use-forget';
import { notify } from '@/components/ui/notify';
import { api } from '@/lib/api/client';
import type { Invitation, OpenInvitation } from '@/lib/members/member';

/** What a lead does with invitations that nobody has taken up. `link` is the new one that was just made, until `shown`. */
export function useInvitations(projectId: string) {
  const forget = useForget();
  const [link, setLink] = useState<Invitation | null>(null);
  const at = ({ id }: OpenInvitation) => ({ params: { projectId, invitationId: id }, body: {} });

  async function attempt(failed: string, write: () => Promise<void>) {
    await telling(write, failed, 'invitation');
    forget('listInvitations', 'listMembers', 'listHistory');
  }
  const restore = (invitation: OpenInvitation): Promise<void> =>
    attempt('The invitation still stands withdrawn.', async () => {
      await api('restoreInvitation', at(invitation));
      notify(`The link for ${invitation.email} works again`, { key: 'invitation' });
    });
  const revoke = (invitation: OpenInvitation): Promise<void> =>
    attempt('The invitation was not withdrawn.', async () => {
      await api('revokeInvitation', at(invitation));
      notify(`The link for ${invitation.email} lets nobody in any more`, {
        key: 'invitation',
        action: { label: 'Undo', run: () => void restore(invitation) },
      });
    });
  const renew = ({ email, role }: OpenInvitation): Promise<void> =>
    attempt('No new link was made.', async () => {
      const { member, invitation } = await api('inviteMember', { params: { projectId }, body: { email, role } });
      if (member) notify(`${member.name} has an account by now and is a member`, { key: 'invitation' });
      setLink(invitation);
    });
  return { revoke, renew, link, shown: () => setLink(null) };
}
