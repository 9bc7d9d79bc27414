'use client';
import { Button } from '@/components/ui/button';
import type { Tag, TagChange } from '@/lib/highlights/highlight';
import { takeProposal } from './review-tags';
import { useDesk } from './use-desk';

const verdictWords = { accept: 'accepted', reject: 'rejected', 'needs-work': 'asked for work' } as const;

/** A proposal in words, as far as it needs no look-up. */
function sayProposal(proposal: TagChange): string {
  const parts = [
    proposal.entityId && 'another entity',
    proposal.claimId && 'another claim',
    proposal.stance && `stance ${proposal.stance}`,
    proposal.confidence !== undefined && `confidence ${proposal.confidence ?? 'not stated'}`,
    proposal.speakerId !== undefined && 'another speaker',
    proposal.viaId !== undefined && 'another relayed report',
    proposal.denies !== undefined && (proposal.denies ? 'a denial' : 'no denial'),
    proposal.implied !== undefined && (proposal.implied ? 'implied' : 'not implied'),
    proposal.note && `note “${proposal.note}”`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** What colleagues said of a tag; the author can take over what they propose. */
export function TagReviews({ tag, own }: { tag: Tag; own: boolean }) {
  const desk = useDesk();
  if (tag.reviews.length + tag.overtaken.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {tag.reviews.map(({ id, reviewer, verdict, reason, proposal }) => (
        <li key={id} className="wrap-anywhere">
          <span className="font-medium">{reviewer.id === desk.place.me.id ? 'You' : reviewer.name}</span>{' '}
          {verdictWords[verdict]}
          {reason ? `: ${reason}` : null}
          {proposal ? (
            <span className="mt-0.5 flex flex-wrap items-center gap-2 text-muted">
              Proposes {sayProposal(proposal)}
              {own ? (
                <Button size="small" onClick={() => void takeProposal(desk, tag, proposal)}>
                  Take it over
                </Button>
              ) : null}
            </span>
          ) : null}
        </li>
      ))}
      {tag.overtaken.map(({ id, reviewer, verdict, reason }) => (
        <li key={id} className="text-muted wrap-anywhere">
          {reviewer.id === desk.place.me.id ? 'You' : reviewer.name} {verdictWords[verdict]} it before it was changed
          {reason ? `: ${reason}` : null}
        </li>
      ))}
    </ul>
  );
}
