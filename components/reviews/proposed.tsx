'use client';
import { useRead } from '@/components/live/use-read';
import { Button } from '@/components/ui/button';
import type { Tag } from '@/lib/highlights/highlight';
import { FieldChanges } from './field-changes';
import type { Proposing } from './proposal';
import { ReasonLine } from './reason-line';
import { changesProposed } from './tag-fields';

interface ProposedProps {
  projectId: string;
  tag: Tag;
  review: Proposing;
  /** Whether the keys answer this one. */
  first: boolean;
  declining: boolean;
  onTake: () => void;
  /** Asks for the reason, or no longer. */
  onAsk: (asking: boolean) => void;
  onDecline: (reason: string) => Promise<boolean>;
}

/** A colleague’s proposal for one’s own tag, before and after: taken with one key, or declined with a reason. */
export function Proposed({ projectId, tag, review, first, declining, onTake, onAsk, onDecline }: ProposedProps) {
  const nameOf = useNamed(projectId);
  const { reviewer, proposal, reply } = review;
  const declined = reply?.kind === 'declined';
  return (
    <div className="flex flex-col gap-2 rounded-sm border border-line bg-paper p-3">
      <p className="text-muted">{reviewer.name} proposes</p>
      <FieldChanges changes={changesProposed(tag, proposal, nameOf)} />
      {declined && (
        <p className="wrap-anywhere text-muted">
          You declined: <span className="text-ink">{reply.reason}</span>
        </p>
      )}
      {declining ? (
        <ReasonLine
          label="Why do you leave it as it is?"
          verb="Decline"
          busy={false}
          onGive={onDecline}
          onLeave={() => onAsk(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button variant={declined ? 'plain' : 'primary'} {...(first ? { shortcut: 'a' } : {})} onClick={onTake}>
            {declined ? 'Take it all the same' : 'Take the proposal'}
          </Button>
          {!declined && (
            <Button {...(first ? { shortcut: 'r' } : {})} onClick={() => onAsk(true)}>
              Decline
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Names of entities, claims and publishers by id. */
function useNamed(projectId: string) {
  const entities = useRead('listEntityNames', { projectId });
  const claims = useRead('listClaimStatements', { projectId });
  const publishers = useRead('listPublishers', { projectId });
  const names = new Map([
    ...(entities.data?.items ?? []).map(({ id, name }) => [id, name] as const),
    ...(claims.data?.items ?? []).map(({ id, statement }) => [id, statement] as const),
    ...(publishers.data?.items ?? []).map(({ id, name }) => [id, name] as const),
  ]);
  return (id: string) => names.get(id);
}
