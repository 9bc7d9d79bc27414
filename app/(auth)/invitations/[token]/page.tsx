import type { Metadata } from 'next';
import { InvitedForm } from '@/components/accounts/invited-form';
import { Door } from '@/components/account/door';
import { Time } from '@/components/ui/time';
import { findInvitation } from '@/lib/members/queries';
import { Refusal } from '@/lib/core/errors';

export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' };

/** The invitation, or null when it was taken, has ended or never was. */
const invitationOf = (secret: string) =>
  findInvitation(secret).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await invitationOf(token);
  if (!invitation)
    return (
      <Door title="This link does not work any more">
        <p className="text-muted">
          A link of an invitation works once and for seven days. Ask whoever sent it for another one, or sign in if you
          have an account already.
        </p>
      </Door>
    );
  const { project, role, email, hasAccount, expiresAt } = invitation;
  return (
    <Door title={`Join ${project}`}>
      <p className="text-muted">
        You are invited as {role === 'analyst' ? 'an' : 'a'} {role}. The link works once, until{' '}
        <Time at={expiresAt} detail="date" />.
      </p>
      <InvitedForm secret={token} email={email} hasAccount={hasAccount} />
    </Door>
  );
}
