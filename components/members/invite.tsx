'use client';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Refusal } from '@/components/live/refusal';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { Select } from '@/components/ui/select';
import { Time } from '@/components/ui/time';
import { api } from '@/lib/api/client';
import type { Invitation } from '@/lib/members/member';
import { mayGrant, roles, type Role } from '@/lib/members/role';
import { roleWords } from './role-words';
import { useHere } from './use-here';

/** Takes somebody in: at once when they have an account, else by a link that works once and is shown once. */
export function Invite({ projectId }: { projectId: string }) {
  const { me, may } = useHere(projectId);
  const forget = useForget();
  const { busy, problem, send, dismiss } = useSend();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('analyst');
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  if (may('member.invite') !== true) return null;

  async function invite() {
    const done = await send(() => api('inviteMember', { params: { projectId }, body: { email, role } }));
    if (!done) return;
    forget('listMembers', 'listHistory');
    setEmail('');
    if (done.invitation) return setInvitation(done.invitation);
    setOpen(false);
    if (done.member) notify(`${done.member.name} is a member now`);
  }
  function show(next: boolean) {
    setOpen(next);
    dismiss();
    if (!next) setInvitation(null);
  }
  return (
    <>
      <Button variant="primary" icon={<UserPlus size={14} aria-hidden />} onClick={() => show(true)}>
        Invite
      </Button>
      <Dialog
        open={open}
        onOpenChange={show}
        title={invitation ? 'A link for them' : 'Invite somebody'}
        footer={
          invitation ? (
            <Button variant="primary" onClick={() => show(false)}>
              Done
            </Button>
          ) : (
            <Button variant="primary" busy={busy} disabled={!email.trim()} onClick={() => void invite()}>
              Invite
            </Button>
          )
        }
      >
        {invitation ? (
          <OneTimeLink invitation={invitation} />
        ) : (
          <form
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              if (email.trim() && !busy) void invite();
            }}
          >
            <Refusal problem={problem} />
            <Field label="E-mail address" error={problem?.field('email')}>
              <Input type="email" value={email} onValueChange={setEmail} autoComplete="off" maxLength={254} />
            </Field>
            <Field label="Role" hint={`${role.charAt(0).toUpperCase()}${role.slice(1)}: ${roleWords[role]}.`}>
              <Select
                value={role}
                onValueChange={setRole}
                options={roles
                  .filter((one) => mayGrant(me.role, one))
                  .map((one) => ({ value: one, label: one, hint: roleWords[one] }))}
              />
            </Field>
            <button type="submit" hidden />
          </form>
        )}
      </Dialog>
    </>
  );
}

function OneTimeLink({ invitation }: { invitation: Invitation }) {
  return (
    <div className="flex flex-col gap-3">
      <p>
        {invitation.email} has no account here yet. Send them this link yourself: it works once, until{' '}
        <Time at={invitation.expiresAt} detail="date" />, and is shown only now.
      </p>
      {invitation.link && (
        <>
          <code className="rounded-sm bg-desk p-2 font-mono text-sm break-all select-all">{invitation.link}</code>
          <span>
            <CopyButton text={invitation.link} variant="plain" size="medium">
              Copy the link
            </CopyButton>
          </span>
        </>
      )}
    </div>
  );
}
