'use client';
import { PersonName } from '@/components/ui/person-name';
import type { Tag, TagChange } from '@/lib/highlights/highlight';
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

const YOU = { name: 'You' };

/** What colleagues said of a tag, what they propose, and what its author made of that. */
export function TagReviews({ tag }: { tag: Tag }) {
  const desk = useDesk();
  if (tag.reviews.length + tag.overtaken.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {tag.reviews.map(({ id, reviewer, verdict, reason, proposal, reply }) => (
        <li key={id} className="wrap-anywhere">
          <PersonName person={reviewer.id === desk.place.me.id ? YOU : reviewer} className="font-medium" />{' '}
          {verdictWords[verdict]}
          {reason ? `: ${reason}` : null}
          {proposal ? <span className="block text-muted">Proposes {sayProposal(proposal)}</span> : null}
          {reply?.kind === 'declined' ? (
            <span className="block text-muted">
              <PersonName person={tag.author} /> declined: {reply.reason}
            </span>
          ) : null}
        </li>
      ))}
      {tag.overtaken
        .filter(({ reply }) => reply?.kind !== 'taken')
        .map(({ id, reviewer, verdict, reason }) => (
          <li key={id} className="text-muted wrap-anywhere">
            <PersonName person={reviewer.id === desk.place.me.id ? YOU : reviewer} /> {verdictWords[verdict]} it before
            it was changed
            {reason ? `: ${reason}` : null}
          </li>
        ))}
    </ul>
  );
}
