'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useRead } from '@/components/live/use-read';
import { useHere } from '@/components/members/use-here';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { TextLink } from '@/components/ui/text-link';
import type { Contradictions } from '@/lib/questions/question';
import { AskAbout } from './ask-about';
import { telling } from './telling';
import { useOfferWrites } from './use-offer-writes';

interface OffersProps {
  projectId: string;
  /** Only what contradicts this claim. */
  claimId?: string;
}
type Offer = Contradictions['items'][number];

/** How many are shown before the rest is asked for. */
const SHOWN = 3;

/** Claims that answer one thing differently, by what they say. Offered: nothing comes of it unless somebody wants it. */
export function Offers({ projectId, claimId }: OffersProps) {
  const { data } = useRead('listContradictions', { projectId }, claimId ? { claimId } : {});
  const { may } = useHere(projectId);
  const [all, setAll] = useState(false);
  if (!data || data.items.length + data.refused.length === 0) return null;
  const shown = all ? data.items : data.items.slice(0, SHOWN);
  const decides = may('contradiction.refuse') === true;
  return (
    <section aria-label="Offered as questions" className="flex flex-col gap-2">
      {shown.map((offer) => (
        <OneOffer key={offer.claims.map(({ id }) => id).join()} projectId={projectId} offer={offer} decides={decides} />
      ))}
      {data.items.length > shown.length && (
        <Button size="small" className="self-start" onClick={() => setAll(true)}>
          Show {data.items.length - shown.length} more
        </Button>
      )}
      {data.refused.length > 0 && <Refused projectId={projectId} refused={data.refused} decides={decides} />}
    </section>
  );
}

function OneOffer({ projectId, offer, decides }: { projectId: string; offer: Offer; decides: boolean }) {
  const { refuse } = useOfferWrites();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [one, other] = offer.claims;
  return (
    <div
      role="group"
      aria-label="Two claims that answer one thing differently"
      className="flex flex-wrap items-start gap-x-6 gap-y-2 rounded-lg border border-dashed border-warn/60 px-3 py-2.5"
    >
      <div className="min-w-0 flex-1 basis-80">
        <p className="font-medium">These two answer one thing differently: make it a question?</p>
        <ul className="mt-1 flex flex-col gap-0.5">
          {offer.claims.map(({ id, statement }) => (
            <li key={id} className="wrap-anywhere">
              <TextLink href={`/projects/${projectId}/claims/${id}`}>{statement}</TextLink>
            </li>
          ))}
        </ul>
        <p className="mt-1 text-sm text-muted wrap-anywhere">{offer.reason}</p>
      </div>
      {decides && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => setAsking(true)}>
            Make it a question
          </Button>
          <Button size="small" variant="quiet" onClick={() => void telling(() => refuse(one.id, other.id))}>
            Not a question
          </Button>
        </div>
      )}
      {asking && (
        <AskAbout
          projectId={projectId}
          asked={offer.asked}
          claims={offer.claims}
          onClose={() => setAsking(false)}
          onAsked={(id) => router.push(`/projects/${projectId}/questions/${id}`)}
        />
      )}
    </div>
  );
}

type RefusedProps = { projectId: string; refused: Contradictions['refused']; decides: boolean };

function Refused({ projectId, refused, decides }: RefusedProps) {
  const { allow } = useOfferWrites();
  return (
    <Disclosure summary={`Said to make no question (${refused.length})`}>
      <ul className="flex flex-col gap-2">
        {refused.map(({ id, claims, author }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-line pt-2">
            <span className="min-w-0 flex-1 basis-80 wrap-anywhere">
              {claims.map((claim, index) => (
                <span key={claim.id}>
                  {index > 0 && <span className="text-muted"> and </span>}
                  <TextLink href={`/projects/${projectId}/claims/${claim.id}`}>{claim.statement}</TextLink>
                </span>
              ))}
              <span className="text-muted"> · said by {author.name}</span>
            </span>
            {decides && (
              <Button size="small" variant="quiet" onClick={() => void telling(() => allow(id))}>
                Offer it again
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
