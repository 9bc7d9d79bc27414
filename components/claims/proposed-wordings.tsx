'use client';
import { useState } from 'react';
import { useRead } from '@/components/live/use-read';
import { Refusal } from '@/components/live/refusal';
import { useHere } from '@/components/members/use-here';
import { ReasonLine } from '@/components/reviews/reason-line';
import { Button } from '@/components/ui/button';
import { ChangedWords } from '@/components/ui/changed-words';
import { useKeys } from '@/components/ui/use-keys';
import type { Claim } from '@/lib/claims/claim';
import type { ApprovalState, ClaimReview } from '@/lib/reviews/review';
import { differences, draftAfter, draftOf } from './claim-draft';
import { useProposalWrites } from './use-proposal-writes';

interface ProposedWordingsProps {
  claim: Claim;
  approval: ApprovalState | undefined;
  /** Whether the keys answer the first of them. */
  keys?: boolean;
}

/** The wordings that reviewers propose for the one there is, newest first, for its author to take over or decline. */
export function ProposedWordings({ claim, approval, keys = false }: ProposedWordingsProps) {
  const { may } = useHere(claim.projectId);
  const writes = useProposalWrites(claim);
  const [declining, setDeclining] = useState<string | null>(null);
  const open = (approval?.reviews ?? []).filter(
    ({ proposal, wording, withdrawn, reply }) =>
      proposal !== null && wording === claim.wording && !withdrawn && reply?.kind !== 'taken',
  );
  const first = open.find(({ reply }) => !reply);
  const answers = may('proposal.answer', claim) === true;
  useKeys(
    'A proposed wording',
    [
      { id: 'proposal.take', key: 'a', label: 'Take the wording', run: () => first && void writes.take(first) },
      { id: 'proposal.decline', key: 'r', label: 'Decline it', run: () => first && setDeclining(first.id) },
    ],
    { enabled: keys && answers && first !== undefined },
  );
  if (open.length === 0) return null;
  return (
    <ul className="flex flex-col gap-3">
      {open.map((review) => (
        <ProposedWording
          key={review.id}
          claim={claim}
          review={review}
          writes={answers ? writes : null}
          shortcuts={keys && review === first}
          declining={declining === review.id}
          onAsk={(asking) => setDeclining(asking ? review.id : null)}
        />
      ))}
    </ul>
  );
}

interface ProposedWordingProps {
  claim: Claim;
  review: ClaimReview;
  /** For its author. */
  writes: ReturnType<typeof useProposalWrites> | null;
  shortcuts: boolean;
  declining: boolean;
  onAsk: (asking: boolean) => void;
}

function ProposedWording({ claim, review, writes, shortcuts, declining, onAsk }: ProposedWordingProps) {
  const declined = review.reply?.kind === 'declined';
  return (
    <li className="flex flex-col gap-2 rounded-sm border border-line bg-paper p-3">
      <p className="text-muted">{review.reviewer.name} proposes another wording</p>
      <Changes claim={claim} review={review} />
      {declined && (
        <p className="wrap-anywhere text-muted">
          Declined: <span className="text-ink">{review.reply?.reason}</span>
        </p>
      )}
      {!writes && !declined && <p className="text-muted">{claim.writer.name} takes it over, or says why not.</p>}
      {writes && declining && (
        <ReasonLine
          label="Why do you leave it as it is?"
          verb="Decline"
          busy={writes.busy}
          onGive={(reason) => writes.decline(review, reason)}
          onLeave={() => onAsk(false)}
        />
      )}
      {writes && !declining && (
        <div className="flex flex-wrap gap-2">
          <Button
            variant={declined ? 'plain' : 'primary'}
            busy={writes.busy}
            {...(shortcuts ? { shortcut: 'a' } : {})}
            onClick={() => void writes.take(review)}
          >
            {declined ? 'Take it all the same' : 'Take the wording'}
          </Button>
          {!declined && (
            <Button {...(shortcuts ? { shortcut: 'r' } : {})} onClick={() => onAsk(true)}>
              Decline
            </Button>
          )}
        </div>
      )}
      <Refusal problem={writes?.problem ?? null} />
    </li>
  );
}

function Changes({ claim, review }: { claim: Claim; review: ClaimReview }) {
  const { data } = useRead('listEntityNames', { projectId: claim.projectId });
  const entityOf = (id: string) => data?.items.find((entity) => entity.id === id);
  const before = draftOf(claim);
  const changes = review.proposal ? differences(before, draftAfter(before, review.proposal, entityOf)) : [];
  return changes.map((change) => (
    <p key={change.part} className="text-md wrap-anywhere">
      {change.part !== 'Statement' && <span className="text-base text-muted">{change.part}: </span>}
      <ChangedWords before={change.before} after={change.after} />
    </p>
  ));
}
