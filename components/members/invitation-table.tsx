'use client';
import { Link2, MailX } from 'lucide-react';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Time } from '@/components/ui/time';
import type { OpenInvitation } from '@/lib/members/member';
import { OneTimeLinks } from './one-time-links';
import { roleWords } from './role-words';
import { useHere } from './use-here';
import { useInvitations } from './use-invitations';

type Doing = Pick<ReturnType<typeof useInvitations>, 'revoke' | 'renew'>;

const columnsFor = ({ revoke, renew }: Doing): Column<OpenInvitation>[] => [
  { id: 'email', header: 'E-mail', primary: true, cell: ({ email }) => email },
  { id: 'role', header: 'Role', width: '6rem', cell: ({ role }) => <span title={roleWords[role]}>{role}</span> },
  { id: 'by', header: 'Invited by', width: '12rem', from: 'md', cell: ({ inviter }) => inviter.name },
  {
    id: 'until',
    header: 'Until',
    width: '7.5rem',
    from: 'md',
    cell: ({ expiresAt }) => <Time at={expiresAt} detail="date" />,
  },
  {
    id: 'what',
    header: 'Link',
    width: '7rem',
    align: 'end',
    cell: (one) => (
      <span className="inline-flex gap-1">
        <IconButton
          label={`New link for ${one.email}`}
          icon={<Link2 size={15} aria-hidden />}
          onClick={() => void renew(one)}
        />
        <IconButton
          label={`Withdraw the invitation of ${one.email}`}
          icon={<MailX size={15} aria-hidden />}
          onClick={() => void revoke(one)}
        />
      </span>
    ),
  },
];

/** Who was asked in and has not come yet, for the leads: each link can be made anew or withdrawn. */
export function InvitationTable({ projectId }: { projectId: string }) {
  const { may } = useHere(projectId);
  return may('member.invite') === true ? <Invitations projectId={projectId} /> : null;
}

function Invitations({ projectId }: { projectId: string }) {
  const list = useRead('listInvitations', { projectId });
  const { revoke, renew, link, shown } = useInvitations(projectId);
  if (list.error) return <Unread what="The invitations" error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data?.items ?? [];
  return (
    <>
      {rows.length > 0 && (
        <section aria-labelledby="invitations" className="mt-10">
          <div className="px-4 pb-2 md:px-6">
            <h2 id="invitations" className="text-lg font-semibold">
              Invited, not here yet
            </h2>
            <p className="max-w-prose text-muted">
              They have a link that works once. Whoever lost theirs gets a new one, which ends the old one.
            </p>
          </div>
          <DataTable label="Invitations" columns={columnsFor({ revoke, renew })} rows={rows} rowKey={({ id }) => id} />
        </section>
      )}
      <Dialog
        open={link !== null}
        onOpenChange={(open) => !open && shown()}
        title="A new link for them"
        footer={
          <Button variant="primary" onClick={shown}>
            Done
          </Button>
        }
      >
        <OneTimeLinks links={link ? [link] : []} />
      </Dialog>
    </>
  );
}
