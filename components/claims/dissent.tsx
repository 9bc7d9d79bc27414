'use client';
import { useForget } from '@/components/live/use-forget';
import { useSend } from '@/components/live/use-send';
import { useHere } from '@/components/members/use-here';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { notify, notifyProblem } from '@/components/ui/notify';
import { TextLink } from '@/components/ui/text-link';
import { Time } from '@/components/ui/time';
import { PersonName } from '@/components/ui/person-name';
import { api, Problem } from '@/lib/api/client';
import type { Claim } from '@/lib/claims/claim';
import type { Dissent as Held } from '@/lib/reviews/review';

const says: Record<Held['kind'], string> = {
  objection: 'objects',
  rejection: 'rejected it',
  assessment: 'holds it for less likely',
};

interface DissentProps {
  claim: Claim;
  dissent: readonly Held[];
}

/** What colleagues hold against the claim. It stays, and goes into every export, until they take it back themselves. */
export function Dissent({ claim, dissent }: DissentProps) {
  const { me } = useHere(claim.projectId);
  const { busy, takeBack } = useTakeBack(claim);
  // Before that the verdict is taken back where it was given.
  const decided = claim.status === 'approved' || claim.status === 'stale';
  if (dissent.length === 0) return null;
  return (
    <section aria-labelledby="dissent" className="flex flex-col gap-1">
      <h2 id="dissent" className="text-lg font-semibold">
        Dissent
      </h2>
      <p className="text-muted">Printed with the claim in every export. Only whoever holds it takes it back.</p>
      <ul className="divide-y divide-line">
        {dissent.map((held) => (
          <li key={held.id} className="flex flex-col gap-1 py-3">
            <Who held={held} wording={claim.wording} />
            {held.text && <p className="whitespace-pre-wrap wrap-anywhere">{held.text}</p>}
            {held.lifted && (
              <p className="border-s-2 border-warn/50 ps-2.5 wrap-anywhere text-muted">
                <PersonName person={held.lifted.by} /> let the claim pass in spite of it: {held.lifted.reason}
              </p>
            )}
            {held.kind === 'rejection' && held.by.id === me.id && decided && (
              <Button
                variant="quiet"
                size="small"
                busy={busy}
                className="-ms-2 self-start"
                onClick={() => void takeBack(held.id)}
              >
                Take it back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Who({
  held: { kind, by, at, wording, likelihood, open, lifted, href },
  wording: now,
}: {
  held: Held;
  wording: number;
}) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Avatar name={by.name} id={by.id} size="small" decorative />
      <span>
        <PersonName person={by} className="font-medium" /> {says[kind]}
        {likelihood && `: ${likelihood}`}
      </span>
      {open && <Badge tone="bad">blocks approval</Badge>}
      {lifted && <Badge tone="warn">lifted</Badge>}
      {wording !== null && wording !== now && <Badge tone="warn">of wording {wording}</Badge>}
      <span className="text-sm text-faint">
        <Time at={at} detail="date" />
      </span>
      {href && <TextLink href={href}>in its thread</TextLink>}
    </p>
  );
}

/** Takes one’s own rejection back, of a claim that was approved in spite of it. */
function useTakeBack(claim: Claim) {
  const forget = useForget();
  const { busy, send } = useSend();
  async function takeBack(id: string) {
    await send(async () => {
      try {
        await api('withdrawReview', { params: { id }, body: {}, ifMatch: claim.version });
        notify('Taken back', { key: 'claim' });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        notifyProblem(`Not taken back. ${error.message}`, { key: 'claim' });
      }
      forget('findClaim', 'findApproval', 'listHistory', 'listThreads');
    });
  }
  return { busy, takeBack };
}
