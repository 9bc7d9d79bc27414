'use client';
import { telling } from '@/components/live/telling';
import { useForget } from '@/components/live/use-forget';
import { notify } from '@/components/ui/notify';
import { api } from '@/lib/api/client';
import type { Member } from '@/lib/members/member';
import type { Role } from '@/lib/members/role';

/** Changes of roles and of who is in, each with a way back. */
export function useMembership(projectId: string) {
  const forget = useForget();
  const reread = () => forget('listMembers', 'listHistory', 'findProject', 'findMe');
  const at = (member: Member) => ({ params: { projectId, memberId: member.id }, ifMatch: member.version });

  async function attempt(failed: string, write: () => Promise<void>) {
    await telling(write, failed, 'member');
    reread();
  }
  const setRole = (member: Member, role: Role): Promise<void> =>
    attempt('The role was not changed.', async () => {
      const after = await api('saveMember', { ...at(member), body: { role } });
      notify(`${member.name} is now ${role === 'analyst' ? 'an' : 'a'} ${role}`, {
        key: 'member',
        action: { label: 'Undo', run: () => void setRole(after, member.role) },
      });
    });
  const restore = (member: Member): Promise<void> =>
    attempt('Not brought back.', async () => {
      await api('restoreMember', { ...at(member), body: {} });
      notify(`${member.name} is back`, { key: 'member' });
    });
  const remove = (member: Member): Promise<void> =>
    attempt('Not removed.', async () => {
      const gone = await api('removeMember', { ...at(member), body: {} });
      notify(`${member.name} was removed`, {
        key: 'member',
        action: { label: 'Undo', run: () => void restore(gone) },
      });
    });
  return { setRole, remove };
}
