import { ShownOnce } from '@/components/ui/shown-once';
import { Time } from '@/components/ui/time';
import type { Invitation } from '@/lib/members/member';

/** What was made for people who have no account yet, to be sent to them by whoever asked them in. */
export const OneTimeLinks = ({ links }: { links: readonly Invitation[] }) => (
  <ul className="flex flex-col gap-5">
    {links.map(({ id, email, expiresAt, link }) => (
      <li key={id}>
        <ShownOnce text={link} copyLabel="Copy the link">
          {email} has no account here yet. Send them this link yourself: it works once, until{' '}
          <Time at={expiresAt} detail="date" />, and is shown only now.
        </ShownOnce>
      </li>
    ))}
  </ul>
);
