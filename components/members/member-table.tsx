'use client';
import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import { Unread } from '@/components/live/unread';
import { useRead } from '@/components/live/use-read';
import { Avatar } from '@/components/ui/avatar';
import { DataTable } from '@/components/ui/data-table';
import type { Column } from '@/components/ui/data-table-look';
import { DialogConfirm } from '@/components/ui/dialog-confirm';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { Time } from '@/components/ui/time';
import type { Member } from '@/lib/members/member';
import { mayGrant, roles, type Role } from '@/lib/members/role';
import { roleWords } from './role-words';
import { useHere } from './use-here';
import { useMembership } from './use-membership';

type Shown = {
  me: string;
  /** Roles that the reader may give out; none when they manage nobody. */
  granted: readonly Role[];
  onRole: (member: Member, role: Role) => void;
  onRemove: (member: Member) => void;
};

function columnsFor({ me, granted, onRole, onRemove }: Shown): Column<Member>[] {
  const manages = granted.length > 0;
  const columns: Column<Member>[] = [
    {
      id: 'name',
      header: 'Name',
      primary: true,
      cell: (member) => <Name member={member} isMe={member.userId === me} />,
    },
    { id: 'email', header: 'E-mail', from: 'md', cell: (member) => member.email },
    {
      id: 'role',
      header: 'Role',
      width: '9rem',
      cell: (member) =>
        manages ? (
          <Select
            label={`Role of ${member.name}`}
            value={member.role}
            onValueChange={(role) => role !== member.role && onRole(member, role)}
            options={granted.map((role) => ({ value: role, label: role, hint: roleWords[role] }))}
          />
        ) : (
          <span title={roleWords[member.role]}>{member.role}</span>
        ),
    },
    {
      id: 'joined',
      header: 'Since',
      width: '7.5rem',
      from: 'lg',
      cell: (member) => <Time at={member.joinedAt} detail="date" />,
    },
  ];
  if (!manages) return columns;
  const remove = (member: Member) => (
    <IconButton
      label={`Remove ${member.name}`}
      icon={<UserMinus size={15} aria-hidden />}
      onClick={() => onRemove(member)}
    />
  );
  return [...columns, { id: 'remove', header: 'Remove', width: '5rem', align: 'end', cell: remove }];
}

const Name = ({ member, isMe }: { member: Member; isMe: boolean }) => (
  <span className="flex min-w-0 items-center gap-2">
    <Avatar name={member.name} id={member.userId} decorative />
    <span className="min-w-0 truncate font-medium">{member.name}</span>
    {isMe && <span className="text-sm text-faint">you</span>}
  </span>
);

/** Who is in the project and what they may do; a lead changes both. */
export function MemberTable({ projectId }: { projectId: string }) {
  const { me, may } = useHere(projectId);
  const members = useRead('listMembers', { projectId });
  const { setRole, remove } = useMembership(projectId);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const granted = may('member.save') === true ? roles.filter((role) => mayGrant(me.role, role)) : [];
  const columns = columnsFor({
    me: me.id,
    granted,
    onRole: (member, role) => void setRole(member, role),
    onRemove: setLeaving,
  });
  if (members.error) return <Unread what="The members" error={members.error} onRetry={() => void members.refetch()} />;
  return (
    <>
      <DataTable
        label="Members"
        columns={columns}
        rows={members.data?.items ?? []}
        rowKey={(member) => member.id}
        loading={members.isPending}
      />
      <DialogConfirm
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={`Remove ${leaving?.name ?? ''}?`}
        description="They see nothing of the project from now on. Their work stays, with their name on it."
        confirmLabel="Remove"
        danger
        onConfirm={() => {
          if (leaving) void remove(leaving);
          setLeaving(null);
        }}
      />
    </>
  );
}
