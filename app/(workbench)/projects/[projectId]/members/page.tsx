import type { Metadata } from 'next';
import { Page } from '@/components/frame/page';
import { InvitationTable } from '@/components/members/invitation-table';
import { Invite } from '@/components/members/invite';
import { MemberTable } from '@/components/members/member-table';
import { idsOf } from '@/lib/auth/page';

export const metadata: Metadata = { title: 'Members' };

export default async function MembersPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await idsOf(params);
  return (
    <Page title="Members" width="flush" actions={<Invite projectId={projectId} />}>
      <MemberTable projectId={projectId} />
      <InvitationTable projectId={projectId} />
    </Page>
  );
}
