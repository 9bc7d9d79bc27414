'use client';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { DialogForm } from '@/components/live/dialog-form';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { notify } from '@/components/ui/notify';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { api } from '@/lib/api/client';
import type { Invitation } from '@/lib/members/member';
import { mayGrant, roles, type Role } from '@/lib/members/role';
import { OneTimeLinks } from './one-time-links';
import { roleWords } from './role-words';
import { useHere } from './use-here';

const addressesIn = (typed: string) => typed.split(/[\s,;]+/).filter(Boolean);

/** Takes people in: at once who has an account, the others by a link each that works once and is shown once. */
export function Invite({ projectId }: { projectId: string }) {
  const { me, may } = useHere(projectId);
  const forget = useForget();
  const { busy, problem, send, dismiss } = useSend();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState<Role>('analyst');
  const [links, setLinks] = useState<Invitation[]>([]);
  const addresses = addressesIn(typed);
  if (may('member.invite') !== true) return null;

  /** One after the other; from the one that was refused, all stay in the field. */
  async function invite() {
    let linked = links.length > 0;
    for (const [at, email] of addresses.entries()) {
      const done = await send(() => api('inviteMember', { params: { projectId }, body: { email, role } }));
      if (!done) return;
      forget('listMembers', 'listInvitations', 'listHistory');
      setTyped(addresses.slice(at + 1).join('\n'));
      const { member, invitation } = done;
      if (member) notify(`${member.name} is a member now`, { key: member.id });
      if (invitation) setLinks((before) => [...before, invitation]);
      linked ||= invitation !== null;
    }
    if (!linked) setOpen(false);
  }
  function show(next: boolean) {
    setOpen(next);
    dismiss();
    if (!next) setLinks([]);
  }
  const made = links.length > 0 && <OneTimeLinks links={links} />;
  const all = made && addresses.length === 0;
  return (
    <>
      <Button variant="primary" icon={<UserPlus size={14} aria-hidden />} onClick={() => show(true)}>
        Invite
      </Button>
      <DialogForm
        open={open}
        onClose={() => show(false)}
        title={!all ? 'Invite people' : links.length === 1 ? 'A link for them' : 'A link for each'}
        submitLabel={addresses.length > 1 ? `Invite ${addresses.length} people` : 'Invite'}
        onSubmit={() => void invite()}
        submitDisabled={addresses.length === 0}
        busy={busy}
        problem={problem?.field('email') ? null : problem}
        made={all ? made : undefined}
        beneath={made}
      >
        <Field
          label="E-mail addresses"
          hint="One, or several on lines of their own or with commas between them."
          error={problem?.field('email') && `${addresses[0]}: ${problem.field('email')}`}
        >
          <Textarea
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            rows={1}
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
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
      </DialogForm>
    </>
  );
}
